// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.cuda.codegen;

import java.util.List;

/** Says in JSON what one must know of kernels to launch them. */
public final class ManifestText {
  private ManifestText() {}

  /** The text for all kernels of a module. */
  public static String of(PtxModule module) {
    StringBuilder text = new StringBuilder("{\n  \"kernels\": [");
    String separator = "\n";
    for (KernelSummary kernel : module.kernels()) {
      text.append(separator).append("    {\n");
      text.append("      \"name\": \"").append(kernel.name()).append("\",\n");
      text.append("      \"parameters\": [");
      for (int i = 0; i < kernel.parameters().size(); i++) {
        text.append(i == 0 ? "\"" : ", \"").append(kernel.parameters().get(i)).append('"');
      }
      text.append("],\n");
      numbers(text, "maxThreads", kernel.maxThreads());
      numbers(text, "cluster", kernel.cluster());
      text.append("      \"staticSharedBytes\": ").append(kernel.staticShared()).append(",\n");
      text.append("      \"dynamicSharedBytes\": ").append(kernel.dynamicShared()).append("\n");
      text.append("    }");
      separator = ",\n";
    }
    return text.append("\n  ]\n}\n").toString();
  }

  private static void numbers(StringBuilder text, String name, List<Long> numbers) {
    text.append("      \"").append(name).append("\": ").append(numbers).append(",\n");
  }
}
