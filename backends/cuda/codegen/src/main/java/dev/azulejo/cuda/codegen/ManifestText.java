// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.cuda.codegen;

import dev.azulejo.dialect.ptx.KernelLaunch;
import dev.azulejo.ir.AsmText;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.Diagnostics;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Says what one must know of kernels to launch them, in the text that the runtime reads. */
public final class ManifestText {
  private static final int DIMENSIONS = 3;

  private ManifestText() {}

  /** The text for all kernels of a module, or null after errors, which are reported. */
  public static @Nullable String of(PtxModule module, Diagnostics diagnostics) {
    StringBuilder text = new StringBuilder("azulejo-kernels 1\n");
    boolean good = true;
    for (KernelSummary kernel : module.kernels()) {
      KernelLaunch launch = kernel.launch();
      if (launch == null) {
        diagnostics.report(
            Diagnostic.error(
                kernel.location(),
                "kernel '%s' does not say by '%s' how it is launched, so its manifest can't be made",
                kernel.name(),
                KernelLaunch.ATTRIBUTE));
        good = false;
      } else {
        kernel(kernel, launch, text);
      }
    }
    return good ? text.toString() : null;
  }

  private static void kernel(KernelSummary kernel, KernelLaunch launch, StringBuilder text) {
    text.append("kernel ").append(kernel.name()).append('\n');
    for (int i = 0; i < launch.arguments().size(); i++) {
      text.append("  argument ").append(name(i)).append(' ');
      text.append(argument(launch.arguments().get(i))).append('\n');
    }
    for (int i = 0; i < launch.parameters().size(); i++) {
      String word = kernel.parameters().get(i);
      text.append("  parameter ").append(word.equals("ptr") ? "pointer" : word);
      text.append(' ').append(name(launch.parameters().get(i))).append('\n');
    }
    text.append("  grid ").append(three(launch.grid())).append('\n');
    text.append("  block ").append(three(kernel.maxThreads())).append('\n');
    if (!kernel.cluster().isEmpty()) {
      text.append("  cluster ").append(three(kernel.cluster())).append('\n');
    }
    if (kernel.dynamicShared() > 0) {
      text.append("  shared ").append(kernel.dynamicShared()).append('\n');
    }
  }

  private static String name(int argument) {
    return "arg" + argument;
  }

  /** An argument; an index is a number of 32 bits on the device. */
  private static String argument(Type type) {
    if (type instanceof MemRefType buffer) {
      return "buffer " + AsmText.ofType(buffer.elementType()) + " " + buffer.rank();
    }
    String word = AsmText.ofType(type);
    return word.equals("index") ? "i32" : word;
  }

  private static String three(List<Long> sizes) {
    StringJoiner joined = new StringJoiner(", ");
    for (int i = 0; i < DIMENSIONS; i++) {
      joined.add(Long.toString(i < sizes.size() ? sizes.get(i) : 1));
    }
    return joined.toString();
  }
}
