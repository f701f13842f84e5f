// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.tools.run;

import dev.azulejo.cuda.runtime.call.KernelCall;
import dev.azulejo.cuda.runtime.manifest.Argument;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.simulator.data.Tensor;
import dev.azulejo.simulator.memory.Buffer;
import dev.azulejo.tools.execution.Failure;
import dev.azulejo.tools.execution.Outcome;
import dev.azulejo.tools.execution.Parameter;
import java.util.Arrays;
import java.util.BitSet;

/** An argument on its way to a GPU. */
sealed interface DeviceArgument {

  /** Hands it to a kernel whose manifest declares it. */
  void set(KernelCall call, Argument declared);

  /**
   * A number.
   *
   * @param bits an integer extended by its sign, or the bits of a float
   */
  record Scalar(Parameter parameter, long bits) implements DeviceArgument {
    @Override
    public void set(KernelCall call, Argument declared) {
      if (!(declared instanceof Argument.Scalar scalar)) {
        throw new IllegalArgumentException(parameter.name() + " is a number");
      }
      switch (scalar.kind()) {
        case F16, BF16 -> call.setBits(declared.name(), (short) bits);
        case F32 -> call.set(declared.name(), Float.intBitsToFloat((int) bits));
        case F64 -> call.set(declared.name(), Double.longBitsToDouble(bits));
        case I8, I16, I32, I64 -> call.set(declared.name(), bits);
        case POINTER, TENSOR_MAP ->
            throw new IllegalArgumentException(parameter.name() + " is a number");
      }
    }
  }

  /**
   * Memory.
   *
   * @param data what is in it when a run begins
   * @param isResult whether nobody has given data for it
   * @param memory where it is
   */
  record Memory(Parameter parameter, Buffer data, boolean isResult, GuardedBuffer memory)
      implements DeviceArgument {
    @Override
    public void set(KernelCall call, Argument declared) {
      call.set(declared.name(), memory.buffer(), data.shape());
    }

    /** Fills it with its data, or with a byte. */
    void write(byte poison) {
      byte[] bytes = new byte[data.byteCount()];
      Arrays.fill(bytes, poison);
      memory.write(isResult ? bytes : data.toTensor(parameter.name()).toBytes());
    }

    /** What is in it; fails if something has written outside. */
    byte[] read() throws Failure {
      return memory.read((before, behind) ->
          new Failure(
              Diagnostic.error(
                  parameter.location(),
                  "the kernel writes outside of '%s': %d bytes in front of it and %d behind it have"
                      + " changed",
                  parameter.name(),
                  before,
                  behind)));
    }

    /** What two runs have left, one in memory of one byte, one in memory of another. */
    Outcome.Value result(byte[] one, byte onePoison, byte[] other, byte otherPoison)
        throws Failure {
      Tensor first = tensor(one);
      Tensor second = tensor(other);
      BitSet unwritten = new BitSet();
      int size = data.type().byteSize();
      for (int i = 0; i < first.count(); i++) {
        boolean untouched =
            isResult
                && isAll(one, i * size, size, onePoison)
                && isAll(other, i * size, size, otherPoison);
        if (untouched) {
          unwritten.set(i);
          first.setBits(i, data.type().poison());
        } else if (first.bits(i) != second.bits(i)) {
          throw new Failure(
              Diagnostic.error(
                  parameter.location(),
                  "two runs leave different results in '%s', first at %s: %s and %s; threads race,"
                      + " or something is read that nobody has written",
                  parameter.name(),
                  Arrays.toString(first.indices(i)),
                  data.type().text(first.bits(i)),
                  data.type().text(second.bits(i))));
        }
      }
      return new Outcome.Value(first, unwritten, parameter);
    }

    private Tensor tensor(byte[] bytes) {
      Tensor tensor = new Tensor(parameter.name(), data.type(), data.shape());
      tensor.setBytes(bytes);
      return tensor;
    }

    private static boolean isAll(byte[] bytes, int from, int count, byte value) {
      for (int i = from; i < from + count; i++) {
        if (bytes[i] != value) {
          return false;
        }
      }
      return true;
    }
  }
}
