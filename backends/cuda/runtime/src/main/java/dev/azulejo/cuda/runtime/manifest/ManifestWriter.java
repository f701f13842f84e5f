// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.cuda.runtime.manifest;

import dev.azulejo.cuda.runtime.Dim3;
import java.util.List;
import java.util.StringJoiner;

/** Writes manifests as text. */
final class ManifestWriter {
  /** The first line. */
  static final String HEADER = "azulejo-kernels 1";

  private ManifestWriter() {}

  static String write(Manifest manifest) {
    StringBuilder out = new StringBuilder(HEADER).append('\n');
    for (KernelManifest kernel : manifest.kernels()) {
      write(kernel, out);
    }
    return out.toString();
  }

  private static void write(KernelManifest kernel, StringBuilder out) {
    out.append("kernel ").append(kernel.name()).append('\n');
    for (Argument argument : kernel.arguments()) {
      out.append("  argument ").append(argument(argument)).append('\n');
    }
    for (Parameter parameter : kernel.parameters()) {
      out.append("  parameter ").append(parameter(parameter)).append('\n');
    }
    out.append("  grid ").append(list(kernel.grid())).append('\n');
    out.append("  block ").append(kernel.shape().block()).append('\n');
    if (!kernel.shape().cluster().equals(Dim3.ONE)) {
      out.append("  cluster ").append(kernel.shape().cluster()).append('\n');
    }
    if (kernel.shape().sharedBytes() > 0) {
      out.append("  shared ").append(kernel.shape().sharedBytes()).append('\n');
    }
    if (kernel.shape().cooperative()) {
      out.append("  cooperative\n");
    }
    if (kernel.shape().overlapping()) {
      out.append("  overlapping\n");
    }
  }

  private static String argument(Argument argument) {
    return switch (argument) {
      case Argument.Buffer buffer ->
          buffer.name()
              + " buffer "
              + buffer.element()
              + " "
              + buffer.rank()
              + (buffer.sizes().isEmpty() ? "" : " sizes " + sizes(buffer.sizes()))
              + (buffer.names().isEmpty() ? "" : " names " + names(buffer.names()))
              + (buffer.divisors().isEmpty() ? "" : " divisors " + list(buffer.divisors()));
      case Argument.Scalar scalar ->
          scalar.name()
              + " "
              + scalar.kind().text()
              + (scalar.divisor() == 1 ? "" : " divisors " + scalar.divisor());
    };
  }

  private static String parameter(Parameter parameter) {
    String text = parameter.kind().text() + " " + parameter.name();
    return switch (parameter) {
      case Parameter.Pointer _, Parameter.Scalar _ -> text;
      case Parameter.Computed computed -> text + " = " + computed.value();
      case Parameter.Map map ->
          text
              + " "
              + map.element().text()
              + " sizes "
              + list(map.sizes())
              + (map.strides().isEmpty() ? "" : " strides " + list(map.strides()))
              + " box "
              + list(map.box())
              + (map.swizzle().span() == 0 ? "" : " swizzle " + map.swizzle().span());
    };
  }

  private static String sizes(List<Long> sizes) {
    StringJoiner joined = new StringJoiner(", ");
    for (long size : sizes) {
      joined.add(size == Argument.Buffer.ANY ? LineReader.ANY : Long.toString(size));
    }
    return joined.toString();
  }

  private static String names(List<String> names) {
    StringJoiner joined = new StringJoiner(", ");
    for (String name : names) {
      joined.add(name.isEmpty() ? LineReader.ANY : name);
    }
    return joined.toString();
  }

  private static String list(List<?> items) {
    StringJoiner joined = new StringJoiner(", ");
    for (Object item : items) {
      joined.add(item.toString());
    }
    return joined.toString();
  }
}
