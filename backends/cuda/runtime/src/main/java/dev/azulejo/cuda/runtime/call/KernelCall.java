// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.cuda.runtime.call;

import dev.azulejo.cuda.runtime.CudaModule;
import dev.azulejo.cuda.runtime.CudaStream;
import dev.azulejo.cuda.runtime.DeviceBuffer;
import dev.azulejo.cuda.runtime.Kernel;
import dev.azulejo.cuda.runtime.Launch;
import dev.azulejo.cuda.runtime.ParameterKind;
import dev.azulejo.cuda.runtime.TensorMap;
import dev.azulejo.cuda.runtime.TensorPromotion;
import dev.azulejo.cuda.runtime.TensorShape;
import dev.azulejo.cuda.runtime.manifest.Argument;
import dev.azulejo.cuda.runtime.manifest.ArgumentValues;
import dev.azulejo.cuda.runtime.manifest.IntegerExpression;
import dev.azulejo.cuda.runtime.manifest.KernelManifest;
import dev.azulejo.cuda.runtime.manifest.Parameter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A kernel and the arguments that it is called with, by name. What changes between calls is worked
 * out at the next {@link #enqueue}; calls without a change allocate nothing.
 */
public final class KernelCall implements AutoCloseable {
  /** What the addresses of buffers are multiples of. */
  private static final long ALIGNMENT = 16;

  /** Kernels count in 32 bits, up to the end of a last tile that reaches beyond a tensor. */
  private static final long MOST = Integer.MAX_VALUE - 0xffffL;

  private final KernelManifest manifest;
  private final Kernel kernel;
  private final Launch launch;
  private final Map<String, Shaped> buffers = new HashMap<>();
  private final Map<String, Long> numbers = new HashMap<>();
  private final Values values = new Values();
  private boolean changed = true;
  private boolean empty;

  private static final class Shaped {
    final DeviceBuffer buffer;
    final long[] shape;

    Shaped(DeviceBuffer buffer, long[] shape) {
      this.buffer = buffer;
      this.shape = shape;
    }
  }

  /**
   * Makes a kernel ready.
   *
   * @throws IllegalArgumentException if the device can't launch it as the manifest says
   */
  public KernelCall(CudaModule module, KernelManifest manifest) {
    this.manifest = manifest;
    this.kernel = module.kernel(manifest.name());
    this.launch = kernel.bind(manifest.shape(), manifest.kinds());
  }

  /**
   * Sets a buffer.
   *
   * @param shape elements along each dimension, outermost first
   * @throws IllegalArgumentException if the manifest wants another shape, or more alignment
   */
  public KernelCall set(String argument, DeviceBuffer buffer, long... shape) {
    if (!(declared(argument) instanceof Argument.Buffer declared)) {
      throw wrong(argument + " is a number");
    }
    if (declared.rank() != shape.length) {
      throw wrong(argument + " has rank " + declared.rank() + ", not " + shape.length);
    }
    for (int i = 0; i < shape.length; i++) {
      checkSize(declared, i, shape[i]);
    }
    if (buffer.address() % ALIGNMENT != 0) {
      throw wrong(argument + " is at an address that is no multiple of " + ALIGNMENT);
    }
    buffers.put(argument, new Shaped(buffer, shape.clone()));
    changed = true;
    return this;
  }

  private void checkSize(Argument.Buffer buffer, int dimension, long size) {
    String what = buffer.name() + " has " + size + " elements along dimension " + dimension;
    long wanted = buffer.sizes().isEmpty() ? Argument.Buffer.ANY : buffer.sizes().get(dimension);
    if (wanted != Argument.Buffer.ANY && wanted != size) {
      throw wrong(what + ", not " + wanted);
    }
    if (size < 0 || (wanted == Argument.Buffer.ANY && size > MOST)) {
      throw wrong(what + "; 0 to " + MOST + " are possible");
    }
    long divisor = buffer.divisors().isEmpty() ? 1 : buffer.divisors().get(dimension);
    if (size % divisor != 0) {
      throw wrong(what + ", which is no multiple of " + divisor);
    }
  }

  /** Sets an integer of any width. */
  public KernelCall set(String argument, long value) {
    ParameterKind kind = number(argument);
    if (declared(argument) instanceof Argument.Scalar scalar && value % scalar.divisor() != 0) {
      throw wrong(argument + " is " + value + ", which is no multiple of " + scalar.divisor());
    }
    long bits =
        switch (kind) {
          case I8 -> fits(argument, value, Byte.SIZE);
          case I16 -> fits(argument, value, Short.SIZE);
          case I32 -> fits(argument, value, Integer.SIZE);
          case I64 -> value;
          case POINTER, F16, BF16, F32, F64, TENSOR_MAP ->
              throw wrong(argument + " is " + kind.text() + ", no integer");
        };
    return put(argument, bits);
  }

  /** Sets a float of 32 or 64 bits. */
  public KernelCall set(String argument, double value) {
    ParameterKind kind = number(argument);
    long bits =
        switch (kind) {
          case F32 -> Float.floatToRawIntBits((float) value);
          case F64 -> Double.doubleToRawLongBits(value);
          case POINTER, I8, I16, I32, I64, F16, BF16, TENSOR_MAP ->
              throw wrong(argument + " is " + kind.text() + ", no float of 32 or 64 bits");
        };
    return put(argument, bits);
  }

  /** Sets a float of 16 bits. */
  public KernelCall setBits(String argument, short bits) {
    ParameterKind kind = number(argument);
    if (kind != ParameterKind.F16 && kind != ParameterKind.BF16) {
      throw wrong(argument + " is " + kind.text() + ", no float of 16 bits");
    }
    return put(argument, bits);
  }

  private KernelCall put(String argument, long bits) {
    numbers.put(argument, bits);
    changed = true;
    return this;
  }

  private long fits(String argument, long value, int bits) {
    int unused = Long.SIZE - bits;
    if (value << unused >> unused != value) {
      throw wrong(argument + " can't hold " + value);
    }
    return value;
  }

  private ParameterKind number(String argument) {
    if (declared(argument) instanceof Argument.Scalar scalar) {
      return scalar.kind();
    }
    throw wrong(argument + " is a buffer");
  }

  private Argument declared(String argument) {
    return manifest.argument(argument).orElseThrow(() -> wrong("there is no argument " + argument));
  }

  private IllegalArgumentException wrong(String what) {
    return new IllegalArgumentException("kernel " + manifest.name() + ": " + what);
  }

  /**
   * Launches when the stream comes to it; a grid without a block is no launch.
   *
   * @throws IllegalStateException if an argument was never set
   * @throws IllegalArgumentException if sizes differ that must be equal, or something does not fit
   */
  public void enqueue(CudaStream stream) {
    if (changed) {
      apply();
      changed = false;
    }
    if (!empty) {
      launch.enqueue(stream);
    }
  }

  /** Sizes of one name must be equal. */
  private void checkNames() {
    Map<String, Argument.Buffer> first = new HashMap<>();
    Map<String, Long> sizes = new HashMap<>();
    for (Argument argument : manifest.arguments()) {
      if (argument instanceof Argument.Buffer declared && buffers.containsKey(declared.name())) {
        for (int i = 0; i < declared.names().size(); i++) {
          String name = declared.names().get(i);
          long size = buffer(declared.name()).shape[i];
          Argument.Buffer other = name.isEmpty() ? null : first.putIfAbsent(name, declared);
          Long known = name.isEmpty() ? null : sizes.putIfAbsent(name, size);
          if (other != null && known != null && known != size) {
            throw wrong(
                "%s is %d in %s, but %d in %s"
                    .formatted(name, known, other.name(), size, declared.name()));
          }
        }
      }
    }
  }

  private void apply() {
    checkNames();
    List<Parameter> parameters = manifest.parameters();
    for (int i = 0; i < parameters.size(); i++) {
      switch (parameters.get(i)) {
        case Parameter.Pointer pointer -> launch.set(i, buffer(pointer.name()).buffer);
        case Parameter.Scalar scalar -> write(i, scalar.kind(), bits(scalar.name()));
        case Parameter.Computed computed ->
            write(i, computed.kind(), fitting(computed, evaluate(computed.value())));
        case Parameter.Map map -> set(i, map);
      }
    }
    int x = blocks(0);
    int y = blocks(1);
    int z = blocks(2);
    empty = x >= 0 && y >= 0 && z >= 0 && (x == 0 || y == 0 || z == 0);
    if (!empty) {
      launch.grid(x, y, z);
    }
  }

  private long fitting(Parameter.Computed computed, long value) {
    return computed.kind() == ParameterKind.I32
        ? fits(computed.name(), value, Integer.SIZE)
        : value;
  }

  private int blocks(int dimension) {
    long count = evaluate(manifest.grid().get(dimension));
    return (int) fits("the grid", count, Integer.SIZE);
  }

  private void write(int parameter, ParameterKind kind, long bits) {
    switch (kind) {
      case I8 -> launch.setByte(parameter, (byte) bits);
      case I16, F16, BF16 -> launch.setShort(parameter, (short) bits);
      case I32 -> launch.setInt(parameter, (int) bits);
      case I64 -> launch.setLong(parameter, bits);
      case F32 -> launch.setFloat(parameter, Float.intBitsToFloat((int) bits));
      case F64 -> launch.setDouble(parameter, Double.longBitsToDouble(bits));
      case POINTER, TENSOR_MAP -> throw wrong("a number can't be a " + kind.text());
    }
  }

  /** Makes a map; that it was right for other arguments says nothing of these. */
  private void set(int parameter, Parameter.Map map) {
    DeviceBuffer buffer = buffer(map.name()).buffer;
    long[] sizes = evaluateAll(map.sizes());
    try (TensorMap made =
        isEmpty(sizes)
            ? TensorMap.of(kernel.context(), buffer.address(), ofNothing(map))
            : TensorMap.of(buffer, shape(map, sizes, evaluateAll(map.strides())))) {
      launch.set(parameter, made);
    } catch (IllegalArgumentException refused) {
      throw wrong(map.name() + ": " + refused.getMessage());
    }
  }

  private static boolean isEmpty(long[] sizes) {
    for (long size : sizes) {
      if (size == 0) {
        return true;
      }
    }
    return false;
  }

  /** Of an empty tensor nothing is copied, but its kernel takes a map. */
  private static TensorShape ofNothing(Parameter.Map map) {
    long[] sizes = new long[map.box().size()];
    long[] strides = new long[sizes.length - 1];
    Arrays.fill(sizes, 1);
    Arrays.fill(strides, ALIGNMENT);
    return shape(map, sizes, strides);
  }

  private static TensorShape shape(Parameter.Map map, long[] sizes, long[] strides) {
    int[] box = new int[map.box().size()];
    for (int i = 0; i < box.length; i++) {
      box[i] = map.box().get(i);
    }
    return TensorShape.ofRows(map.element(), sizes, strides, box)
        .withSwizzle(map.swizzle())
        .withPromotion(TensorPromotion.BYTES_256);
  }

  private long[] evaluateAll(List<IntegerExpression> expressions) {
    long[] all = new long[expressions.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = evaluate(expressions.get(i));
    }
    return all;
  }

  private long evaluate(IntegerExpression expression) {
    try {
      return expression.evaluate(values);
    } catch (ArithmeticException e) {
      throw wrong(expression + ": " + e.getMessage());
    }
  }

  private Shaped buffer(String argument) {
    Shaped shaped = buffers.get(argument);
    if (shaped == null) {
      throw new IllegalStateException(
          "kernel " + manifest.name() + ": argument " + argument + " was never set");
    }
    return shaped;
  }

  private long bits(String argument) {
    Long bits = numbers.get(argument);
    if (bits == null) {
      throw new IllegalStateException(
          "kernel " + manifest.name() + ": argument " + argument + " was never set");
    }
    return bits;
  }

  /** The kernel. */
  public Kernel kernel() {
    return kernel;
  }

  @Override
  public void close() {
    launch.close();
  }

  /** The arguments as expressions ask for them. */
  private final class Values implements ArgumentValues {
    @Override
    public long dimension(String argument, int index) {
      return buffer(argument).shape[index];
    }

    @Override
    public long scalar(String argument) {
      ParameterKind kind = number(argument);
      if (kind != ParameterKind.I32 && kind != ParameterKind.I64) {
        throw wrong(argument + " is " + kind.text() + ", and sizes are integers");
      }
      return bits(argument);
    }
  }
}
