// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.cuda.runtime.manifest;

import dev.azulejo.cuda.runtime.Dim3;
import dev.azulejo.cuda.runtime.LaunchShape;
import dev.azulejo.cuda.runtime.ParameterKind;
import dev.azulejo.cuda.runtime.TensorElement;
import dev.azulejo.cuda.runtime.TensorSwizzle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads manifests line by line, and checks that what they name is declared. */
final class ManifestReader {
  private final String[] lines;
  private final List<KernelManifest> kernels = new ArrayList<>();

  private int begun;
  private String name = "";
  private final Map<String, Argument> arguments = new LinkedHashMap<>();
  private final List<Parameter> parameters = new ArrayList<>();
  private List<IntegerExpression> grid = List.of();
  private Dim3 block = Dim3.ONE;
  private boolean hasBlock;
  private Dim3 cluster = Dim3.ONE;
  private int shared;
  private boolean cooperative;
  private boolean overlapping;

  ManifestReader(String text) {
    this.lines = text.split("\n", -1);
  }

  Manifest read() {
    if (!lines[0].strip().equals(ManifestWriter.HEADER)) {
      throw new ManifestException(1, "expected '" + ManifestWriter.HEADER + "'");
    }
    for (int i = 1; i < lines.length; i++) {
      String line = lines[i].strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        LineReader reader = new LineReader(i + 1, line);
        String word = reader.word();
        if (word.equals("kernel")) {
          finish();
          begin(i + 1, reader.word());
        } else {
          entry(word, reader);
        }
        reader.end();
      }
    }
    finish();
    return new Manifest(kernels);
  }

  private void begin(int line, String kernel) {
    begun = line;
    name = kernel;
    arguments.clear();
    parameters.clear();
    grid = List.of();
    hasBlock = false;
    cluster = Dim3.ONE;
    shared = 0;
    cooperative = false;
    overlapping = false;
  }

  private void finish() {
    if (begun == 0) {
      return;
    }
    if (grid.isEmpty() || !hasBlock) {
      throw new ManifestException(
          begun, "kernel " + name + " has no " + (grid.isEmpty() ? "grid" : "block"));
    }
    for (KernelManifest other : kernels) {
      if (other.name().equals(name)) {
        throw new ManifestException(begun, "there are two kernels " + name);
      }
    }
    kernels.add(
        new KernelManifest(
            name,
            List.copyOf(arguments.values()),
            parameters,
            grid,
            new LaunchShape(block, cluster, shared, cooperative, overlapping)));
  }

  private void entry(String word, LineReader reader) {
    if (begun == 0) {
      throw reader.error("expected 'kernel' before '" + word + "'");
    }
    switch (word) {
      case "argument" -> argument(reader);
      case "parameter" -> parameters.add(parameter(reader));
      case "grid" -> {
        grid = checked(reader.expressions(), reader);
        if (grid.size() != 3) {
          throw reader.error("a grid has three sizes");
        }
      }
      case "block" -> {
        block = blocks(reader);
        hasBlock = true;
      }
      case "cluster" -> cluster = blocks(reader);
      case "shared" -> {
        shared = reader.number();
        if (shared < 0) {
          throw reader.error("shared memory can't be negative");
        }
      }
      case "cooperative" -> cooperative = true;
      case "overlapping" -> overlapping = true;
      default -> throw reader.error("there is no entry '" + word + "'");
    }
  }

  private void argument(LineReader reader) {
    String argument = reader.word();
    String type = reader.word();
    Argument made;
    if (type.equals("buffer")) {
      String element = reader.word();
      int rank = reader.number();
      if (rank < 0) {
        throw reader.error("a rank can't be negative");
      }
      List<Long> sizes = reader.take("sizes") ? sizes(reader, rank) : List.of();
      List<String> names = reader.take("names") ? counted(reader.words(), rank, reader) : List.of();
      List<Long> divisors = divisors(reader, rank);
      made = new Argument.Buffer(argument, element, rank, sizes, names, divisors);
    } else {
      ParameterKind kind = number(kind(type, reader), reader);
      List<Long> divisors = divisors(reader, 1);
      made = new Argument.Scalar(argument, kind, divisors.isEmpty() ? 1 : divisors.getFirst());
    }
    if (arguments.putIfAbsent(argument, made) != null) {
      throw reader.error("there are two arguments " + argument);
    }
  }

  private static List<Long> sizes(LineReader reader, int count) {
    List<Long> sizes = reader.longNumbers(Argument.Buffer.ANY);
    for (long size : sizes) {
      if (size < 0 && size != Argument.Buffer.ANY) {
        throw reader.error("a size can't be negative");
      }
    }
    return counted(sizes, count, reader);
  }

  private static List<Long> divisors(LineReader reader, int count) {
    if (!reader.take("divisors")) {
      return List.of();
    }
    List<Long> divisors = reader.longNumbers(1);
    for (long divisor : divisors) {
      if (divisor < 1) {
        throw reader.error("a divisor is a positive number");
      }
    }
    return counted(divisors, count, reader);
  }

  private static <T> List<T> counted(List<T> items, int count, LineReader reader) {
    if (items.size() != count) {
      throw reader.error("expected one for each of " + count + " sizes, not " + items.size());
    }
    return items;
  }

  private Parameter parameter(LineReader reader) {
    ParameterKind kind = kind(reader.word(), reader);
    String parameter = reader.word();
    return switch (kind) {
      case POINTER -> {
        buffer(parameter, reader);
        yield new Parameter.Pointer(parameter);
      }
      case TENSOR_MAP -> map(parameter, reader);
      case I32, I64 -> {
        if (reader.take("=")) {
          yield new Parameter.Computed(
              parameter, kind, checked(List.of(reader.expression()), reader).getFirst());
        }
        yield number(parameter, kind, reader);
      }
      case I8, I16, F16, BF16, F32, F64 -> number(parameter, kind, reader);
    };
  }

  private Parameter.Scalar number(String parameter, ParameterKind kind, LineReader reader) {
    if (arguments.get(parameter) instanceof Argument.Scalar scalar && scalar.kind() == kind) {
      return new Parameter.Scalar(parameter, kind);
    }
    throw reader.error("there is no argument " + parameter + " of type " + kind.text());
  }

  private Parameter.Map map(String parameter, LineReader reader) {
    buffer(parameter, reader);
    TensorElement element = element(reader.word(), reader);
    reader.expect("sizes");
    List<IntegerExpression> sizes = checked(reader.expressions(), reader);
    List<IntegerExpression> strides = List.of();
    if (reader.take("strides")) {
      strides = checked(reader.expressions(), reader);
    }
    reader.expect("box");
    List<Integer> box = reader.numbers();
    TensorSwizzle swizzle = TensorSwizzle.NONE;
    if (reader.take("swizzle")) {
      swizzle = swizzle(reader.number(), reader);
    }
    if (strides.size() != sizes.size() - 1 || box.size() != sizes.size()) {
      throw reader.error(
          "a map of " + sizes.size() + " sizes has one stride less and as many box sizes");
    }
    return new Parameter.Map(parameter, element, sizes, strides, box, swizzle);
  }

  private Argument.Buffer buffer(String argument, LineReader reader) {
    if (arguments.get(argument) instanceof Argument.Buffer buffer) {
      return buffer;
    }
    throw reader.error("there is no buffer argument " + argument);
  }

  private List<IntegerExpression> checked(List<IntegerExpression> all, LineReader reader) {
    for (IntegerExpression expression : all) {
      check(expression, reader);
    }
    return all;
  }

  private void check(IntegerExpression expression, LineReader reader) {
    switch (expression) {
      case IntegerExpression.Constant _ -> {}
      case IntegerExpression.Dimension dimension -> {
        int rank = buffer(dimension.argument(), reader).rank();
        if (dimension.index() < 0 || dimension.index() >= rank) {
          throw reader.error(dimension + " is not there: the rank is " + rank);
        }
      }
      case IntegerExpression.Scalar scalar -> {
        boolean known =
            arguments.get(scalar.argument()) instanceof Argument.Scalar argument
                && (argument.kind() == ParameterKind.I32 || argument.kind() == ParameterKind.I64);
        if (!known) {
          throw reader.error("there is no integer argument " + scalar.argument());
        }
      }
      case IntegerExpression.Binary binary -> {
        check(binary.left(), reader);
        check(binary.right(), reader);
      }
    }
  }

  private static Dim3 blocks(LineReader reader) {
    List<Integer> sizes = reader.numbers();
    if (sizes.size() != 3 || sizes.get(0) <= 0 || sizes.get(1) <= 0 || sizes.get(2) <= 0) {
      throw reader.error("expected three positive sizes");
    }
    return new Dim3(sizes.get(0), sizes.get(1), sizes.get(2));
  }

  private static ParameterKind kind(String text, LineReader reader) {
    for (ParameterKind kind : ParameterKind.values()) {
      if (kind.text().equals(text)) {
        return kind;
      }
    }
    throw reader.error("there is no type '" + text + "'");
  }

  private static ParameterKind number(ParameterKind kind, LineReader reader) {
    if (kind == ParameterKind.POINTER || kind == ParameterKind.TENSOR_MAP) {
      throw reader.error("an argument is a buffer or a number, not a " + kind.text());
    }
    return kind;
  }

  private static TensorElement element(String text, LineReader reader) {
    for (TensorElement element : TensorElement.values()) {
      if (element.text().equals(text)) {
        return element;
      }
    }
    throw reader.error("tensor maps have no elements of type '" + text + "'");
  }

  private static TensorSwizzle swizzle(int span, LineReader reader) {
    try {
      return TensorSwizzle.ofSpan(span);
    } catch (IllegalArgumentException e) {
      throw reader.error(String.valueOf(e.getMessage()));
    }
  }
}
