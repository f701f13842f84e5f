// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.tools.execution;

import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.Location;
import dev.azulejo.simulator.Simulator.Argument;
import dev.azulejo.simulator.data.DataSyntaxException;
import dev.azulejo.simulator.data.ElementType;
import dev.azulejo.simulator.data.Generator;
import dev.azulejo.simulator.data.Npy;
import dev.azulejo.simulator.data.NpyFormatException;
import dev.azulejo.simulator.data.Tensor;
import dev.azulejo.simulator.memory.Buffer;
import dev.azulejo.tool.Call;
import dev.azulejo.tools.program.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a function is called with. Memory without data is for results: nothing has been written to
 * it, and who reads it before writing is found out.
 */
public final class Inputs {
  private static final String FILE_SUFFIX = ".npy";

  private final List<Parameter> parameters;
  private final Given given;
  private final Call call;
  private final List<@Nullable Tensor> data = new ArrayList<>();
  private final List<long[]> shapes = new ArrayList<>();
  private boolean exact = true;

  private Inputs(List<Parameter> parameters, Given given, Call call) {
    this.parameters = parameters;
    this.given = given;
    this.call = call;
  }

  /** Makes the data for arguments. */
  public static Inputs of(List<Parameter> parameters, Given given, Call call)
      throws Failure, UsageException {
    Inputs inputs = new Inputs(parameters, given, call);
    inputs.requireNames(given.inputs().keySet(), "--input");
    inputs.requireNames(given.shapes().keySet(), "--shape");
    for (Parameter parameter : parameters) {
      inputs.add(parameter);
    }
    inputs.requireEqualSizes();
    return inputs;
  }

  private void requireNames(Iterable<String> names, String option) throws UsageException {
    for (String name : names) {
      if (parameters.stream().noneMatch(parameter -> parameter.isCalled(name))) {
        throw new UsageException(option + ": the function has no argument '" + name + "'");
      }
    }
  }

  /** Do all data consist of small integers, so that sums and products of them are exact? */
  public boolean areExact() {
    return exact;
  }

  /** Has an argument data that were given, rather than room for results? */
  public boolean hasData(int argument) {
    return data.get(argument) != null;
  }

  /** New arguments with the same data. */
  public List<Argument> arguments() {
    List<Argument> arguments = new ArrayList<>();
    for (int i = 0; i < parameters.size(); i++) {
      Parameter parameter = parameters.get(i);
      Tensor tensor = data.get(i);
      if (tensor == null) {
        arguments.add(new Argument.Memory(Buffer.poisoned(parameter.elementType(), shapes.get(i))));
      } else if (parameter.isMemory()) {
        arguments.add(new Argument.Memory(Buffer.of(tensor)));
      } else {
        arguments.add(Argument.Scalar.of(parameter.type(), tensor.bits(0)));
      }
    }
    return arguments;
  }

  private void add(Parameter parameter) throws Failure {
    String source = ofName(given.inputs(), parameter);
    Tensor tensor = null;
    long[] shape;
    if (source != null && source.endsWith(FILE_SUFFIX)) {
      Tensor like = new Tensor(parameter.name(), parameter.elementType(), 0);
      tensor = file(like, source, parameter.location(), call);
      exact = false;
      shape = tensor.shape();
      requireShape(parameter, shape, source);
    } else {
      shape = shape(parameter);
      Generator generator = source == null ? recipe(parameter) : generator(parameter, source);
      if (generator != null) {
        tensor = new Tensor(parameter.name(), parameter.elementType(), shape);
        generator.fill(tensor, Generator.seed(given.testCase(), parameter.index()));
        exact &= generator.makesIntegers();
      }
    }
    if (tensor == null && !parameter.isMemory()) {
      throw new Failure(
          Diagnostic.error(
              parameter.location(),
              "'%s' needs a value: give --input=%s=VALUE, or name a generator",
              parameter.name(),
              parameter.name()));
    }
    requirePromise(parameter, shape, tensor);
    data.add(tensor);
    shapes.add(shape);
  }

  /** What the program was told of sizes and numbers must be so. */
  private static void requirePromise(Parameter parameter, long[] shape, @Nullable Tensor tensor)
      throws Failure {
    for (int i = 0; i < parameter.divisors().size(); i++) {
      long divisor = parameter.divisors().get(i);
      long number =
          i < shape.length ? shape[i] : tensor == null ? 0 : signed(tensor.bits(0), parameter);
      if (number % divisor != 0) {
        throw new Failure(
            Diagnostic.error(
                parameter.location(),
                parameter.isMemory()
                    ? "'%1$s' has %2$d elements along dimension %3$d, which is no multiple of %4$d"
                    : "'%1$s' is %2$d, which is no multiple of %4$d",
                parameter.name(),
                number,
                i,
                divisor));
      }
    }
  }

  /** Sizes of one name must be equal. */
  private void requireEqualSizes() throws Failure {
    Map<String, Parameter> first = new HashMap<>();
    Map<String, Long> sizes = new HashMap<>();
    for (Parameter parameter : parameters) {
      for (int i = 0; i < parameter.names().size(); i++) {
        String name = parameter.names().get(i);
        long size = shapes.get(parameter.index())[i];
        Parameter other = name.isEmpty() ? null : first.putIfAbsent(name, parameter);
        long known = sizes.getOrDefault(name, size);
        if (other != null && known != size) {
          throw new Failure(
              Diagnostic.error(
                      parameter.location(),
                      "'%s' has %d elements along dimension %d, but %s is %d",
                      parameter.name(),
                      size,
                      i,
                      name,
                      known)
                  .note(other.location(), "%s is a size of this too", name));
        }
        sizes.putIfAbsent(name, size);
      }
    }
  }

  private static long signed(long bits, Parameter parameter) {
    int unused = Long.SIZE - parameter.elementType().width();
    return bits << unused >> unused;
  }

  /** The recipe that a program names for an argument, or one that is made up, or null. */
  private @Nullable Generator recipe(Parameter parameter) {
    if (parameter.generator() != null || !given.generates()) {
      return parameter.generator();
    }
    for (Parameter other : parameters) {
      if (parameter.isMemory() && other.isMemory() && other.generator() != null) {
        return null;
      }
    }
    // Small numbers: exact in every type, and indices of almost anything.
    ElementType type = parameter.elementType();
    return type.isFloat()
        ? new Generator.Integers(-2, 2)
        : new Generator.Integers(0, type.width() == 1 ? 1 : 3);
  }

  /** What a map says of an argument, by whichever of its names, or null. */
  private static <T> @Nullable T ofName(Map<String, T> map, Parameter parameter) {
    for (Map.Entry<String, T> entry : map.entrySet()) {
      if (parameter.isCalled(entry.getKey())) {
        return entry.getValue();
      }
    }
    return null;
  }

  private Generator generator(Parameter parameter, String text) throws Failure {
    try {
      boolean number = text.matches("[-+.]?[0-9].*|-?inf|nan");
      return Generator.parse(number ? "const(" + text + ")" : text);
    } catch (DataSyntaxException wrong) {
      throw new Failure(
          Diagnostic.error(
              parameter.location(),
              "--input=%s: %s",
              parameter.name(),
              String.valueOf(wrong.getMessage())));
    }
  }

  private long[] shape(Parameter parameter) throws Failure {
    if (!(parameter.type() instanceof MemRefType type)) {
      return new long[0];
    }
    long[] named = ofName(given.shapes(), parameter);
    if (named != null) {
      requireShape(parameter, named, "--shape");
    }
    long[] shape = named == null ? type.shape() : named;
    if (Arrays.stream(shape).anyMatch(size -> size == MemRefType.DYNAMIC)) {
      throw new Failure(
          Diagnostic.error(
              parameter.location(),
              "'%s' has a shape that only the caller knows%s",
              parameter.name(),
              given.generates() ? "" : ": give --shape=" + parameter.name() + "=SIZES"));
    }
    if (!Buffer.isPossible(parameter.elementType(), shape)) {
      throw new Failure(
          Diagnostic.error(
              parameter.location(),
              "'%s' takes more than %d bytes",
              parameter.name(),
              Buffer.MAX_BYTES));
    }
    return shape;
  }

  private static void requireShape(Parameter parameter, long[] shape, String source)
      throws Failure {
    long[] wanted = parameter.type() instanceof MemRefType type ? type.shape() : new long[0];
    boolean fits = wanted.length == shape.length;
    for (int i = 0; fits && i < wanted.length; i++) {
      fits = wanted[i] == MemRefType.DYNAMIC || wanted[i] == shape[i];
    }
    if (!fits) {
      throw new Failure(
          Diagnostic.error(
              parameter.location(),
              "'%s' can't have the shape %s of '%s'",
              parameter.name(),
              Arrays.toString(shape),
              source));
    }
  }

  /** Reads a file as elements of the type of a tensor, and gives them its name. */
  public static Tensor file(Tensor like, String file, Location place, Call call) throws Failure {
    String reason;
    try {
      byte[] bytes = Files.readAllBytes(call.directory().resolve(file));
      return Npy.read(like.name(), bytes, like.type());
    } catch (IOException | InvalidPathException failed) {
      reason = "can't be read: " + failed.getMessage();
    } catch (NpyFormatException wrong) {
      reason = "is refused: " + wrong.getMessage();
    }
    throw new Failure(Diagnostic.error(place, "'%s' for '%s' %s", file, like.name(), reason));
  }
}
