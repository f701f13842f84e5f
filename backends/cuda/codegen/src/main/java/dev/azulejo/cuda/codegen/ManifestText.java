// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.cuda.codegen;

import dev.azulejo.dialect.ptx.KernelLaunch;
import dev.azulejo.dialect.ptx.LaunchExpression;
import dev.azulejo.dialect.ptx.LaunchParameter;
import dev.azulejo.dialect.ptx.TensorMapFields;
import dev.azulejo.dialect.ptx.type.ParameterType;
import dev.azulejo.ir.AsmText;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.Diagnostics;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Says what one must know of kernels to launch them, in the text that the runtime reads. */
public final class ManifestText {
  private static final int DIMENSIONS = 3;

  /** Elements that tensor maps have a word of their own for. */
  private static final List<String> MAPPED = List.of("f16", "bf16", "f32", "f64", "i32", "i64");

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
      text.append("  argument ").append(new LaunchExpression.Argument(i)).append(' ');
      argument(launch.arguments().get(i), text);
    }
    for (int i = 0; i < launch.parameters().size(); i++) {
      text.append("  parameter ").append(kind(kernel.parameters().get(i))).append(' ');
      switch (launch.parameters().get(i)) {
        case LaunchParameter.Value(LaunchExpression.Argument argument) -> text.append(argument);
        case LaunchParameter.Value(LaunchExpression value) ->
            text.append("param").append(i).append(" = ").append(value);
        case LaunchParameter.Map(int argument, TensorMapFields fields) ->
            map(argument, fields, launch, text);
      }
      text.append('\n');
    }
    text.append("  grid ").append(list(launch.grid())).append('\n');
    text.append("  block ").append(three(kernel.maxThreads())).append('\n');
    if (!kernel.cluster().isEmpty()) {
      text.append("  cluster ").append(three(kernel.cluster())).append('\n');
    }
    if (kernel.dynamicShared() > 0) {
      text.append("  shared ").append(kernel.dynamicShared()).append('\n');
    }
  }

  private static String kind(String parameter) {
    return switch (parameter) {
      case "ptr" -> "pointer";
      case ParameterType.TENSOR_MAP -> "map";
      default -> parameter;
    };
  }

  /** The map of a buffer; the copy engine moves bytes of any meaning. */
  private static void map(
      int argument, TensorMapFields fields, KernelLaunch launch, StringBuilder text) {
    text.append(new LaunchExpression.Argument(argument));
    if (launch.arguments().get(argument).type() instanceof MemRefType buffer) {
      text.append(' ').append(element(buffer));
      text.append(" sizes ").append(list(fields.sizes(argument, buffer)));
      if (fields.rank() > 1) {
        text.append(" strides ").append(list(fields.strides(argument, buffer)));
      }
    }
    text.append(" box ").append(list(fields.box()));
    if (fields.swizzle() > 0) {
      text.append(" swizzle ").append(fields.swizzle());
    }
  }

  private static String element(MemRefType buffer) {
    String word = AsmText.ofType(buffer.elementType());
    if (MAPPED.contains(word)) {
      return word;
    }
    long bits = MemRefType.of(new long[] {1}, buffer.elementType()).bitSize();
    return bits == Long.SIZE ? "i64" : "u" + bits;
  }

  /** An argument; an index is a number of 32 bits on the device. */
  private static void argument(KernelLaunch.Argument argument, StringBuilder text) {
    if (argument.type() instanceof MemRefType buffer) {
      text.append("buffer ").append(AsmText.ofType(buffer.elementType())).append(' ');
      text.append(buffer.rank());
      if (buffer.rank() > 0 && hasNumbers(buffer)) {
        StringJoiner sizes = new StringJoiner(", ");
        for (long size : buffer.shape()) {
          sizes.add(size == MemRefType.DYNAMIC ? "?" : Long.toString(size));
        }
        text.append(" sizes ").append(sizes);
      }
    } else {
      String word = AsmText.ofType(argument.type());
      text.append(word.equals("index") ? "i32" : word);
    }
    if (!argument.names().isEmpty()) {
      StringJoiner names = new StringJoiner(", ");
      argument.names().forEach(name -> names.add(name.isEmpty() ? "?" : name));
      text.append(" names ").append(names);
    }
    if (!argument.divisors().isEmpty()) {
      text.append(" divisors ").append(list(argument.divisors()));
    }
    text.append('\n');
  }

  private static boolean hasNumbers(MemRefType buffer) {
    for (long size : buffer.shape()) {
      if (size != MemRefType.DYNAMIC) {
        return true;
      }
    }
    return false;
  }

  private static String list(List<?> items) {
    StringJoiner joined = new StringJoiner(", ");
    for (Object item : items) {
      joined.add(item.toString());
    }
    return joined.toString();
  }

  private static String three(List<Long> sizes) {
    List<Long> all = new ArrayList<>(sizes);
    while (all.size() < DIMENSIONS) {
      all.add(1L);
    }
    return list(all);
  }
}
