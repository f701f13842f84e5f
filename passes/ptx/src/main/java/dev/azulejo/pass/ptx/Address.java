// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.ptx;

import dev.azulejo.dialect.ptx.AddOp;
import dev.azulejo.dialect.ptx.MadWideOp;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.builtin.Strides;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where an element is in memory: an address in a register, and bytes behind it that are known.
 * Addresses in global memory are sums of 64 bits; before that, indices are added up in 32 bits only
 * where the whole buffer has fewer elements than that can count.
 *
 * @param space the memory
 * @param base the register
 * @param offset how many bytes behind what it holds
 */
record Address(String space, Value base, long offset) {
  private static final long FEW = 1L << 31;

  /** An index, and what is added to it. */
  private record Term(Value value, long constant) {
    /** Takes a constant off that was added last. */
    static Term of(Value index) {
      if (index.definingOp() instanceof AddOp sum && KernelWriter.number(sum.rhs()) != null) {
        Long added = KernelWriter.number(sum.rhs());
        return new Term(sum.lhs(), added == null ? 0 : added);
      }
      return new Term(index, 0);
    }
  }

  /** The address of an element; the indices are in registers of 32 bits. */
  static Address of(KernelWriter writer, Buffer buffer, List<Value> indices) throws Unconvertible {
    return switch (buffer) {
      case Buffer.Global(Value address, MemRefType type, List<Value> sizes) -> {
        Sum sum = new Sum(writer, type, indices);
        yield sum.inGlobal(address, sizes);
      }
      case Buffer.Shared(Value address, MemRefType type) -> {
        Sum sum = new Sum(writer, type, indices);
        yield sum.inShared(address);
      }
      case Buffer.Local _ -> throw writer.failure("needs an address of registers, which have none");
    };
  }

  /** The address as one register. */
  Value value(KernelWriter writer) {
    if (offset == 0) {
      return base;
    }
    return AddOp.create(writer.at(), base, writer.constant(IntegerAttr.of(base.type(), offset)))
        .result();
  }

  /** Indices times strides. */
  private static final class Sum {
    private final KernelWriter writer;
    private final MemRefType type;
    private final List<Value> indices;
    private final Strides strides;
    private final long bytes;

    Sum(KernelWriter writer, MemRefType type, List<Value> indices) throws Unconvertible {
      this.writer = writer;
      this.type = type;
      this.indices = indices;
      this.strides = strides(writer, type);
      int bits = Scalars.memoryWidth(type.elementType());
      if (bits == 0 || bits % Byte.SIZE != 0) {
        throw writer.failure("works on elements that fill no whole bytes");
      }
      this.bytes = bits / Byte.SIZE;
    }

    /** Strides; those that sizes of the running program are factors of are not known. */
    private static Strides strides(KernelWriter writer, MemRefType type) throws Unconvertible {
      Strides strides = Strides.of(type);
      if (strides == null || strides.offset() == MemRefType.DYNAMIC) {
        throw writer.failure("works on a buffer whose layout is no constant strides");
      }
      for (long stride : strides.strides()) {
        if (stride == MemRefType.DYNAMIC && type.layout() != null) {
          throw writer.failure("works on a buffer whose strides are not constants");
        }
      }
      return strides;
    }

    /** The dimensions in front whose strides only the running program knows. */
    private int led() {
      int led = 0;
      for (int i = 0; i < strides.rank(); i++) {
        led = strides.stride(i) == MemRefType.DYNAMIC ? i + 1 : led;
      }
      return led;
    }

    /** How many elements there are from the first to the last. */
    private long span() {
      if (led() > 0) {
        return FEW;
      }
      long last = strides.offset();
      for (int i = 0; i < strides.rank(); i++) {
        long size = type.shape()[i];
        last = size == MemRefType.DYNAMIC ? FEW : last + (size - 1) * strides.stride(i);
        if (last >= FEW || last < 0) {
          return FEW;
        }
      }
      return last;
    }

    /** The number of elements that is known. */
    private long known() {
      long elements = strides.offset();
      for (int i = led(); i < indices.size(); i++) {
        Long number = KernelWriter.number(indices.get(i));
        long constant = number == null ? Term.of(indices.get(i)).constant() : number;
        elements += constant * strides.stride(i);
      }
      return elements;
    }

    /** The elements that vary added up in 32 bits, or null where none does. */
    private @Nullable Value varying() {
      Whole whole = new Whole(writer);
      Value sum = null;
      for (int i = indices.size() - 1; i >= 0; i--) {
        if (KernelWriter.number(indices.get(i)) == null) {
          Value index = Term.of(indices.get(i)).value();
          sum = whole.multiplyAdd(index, strides.stride(i), sum == null ? writer.i32(0) : sum);
        }
      }
      return sum;
    }

    Address inShared(Value start) {
      Value sum = varying();
      Value base = sum == null ? start : new Whole(writer).multiplyAdd(sum, bytes, start);
      return new Address("shared", base, known() * bytes);
    }

    Address inGlobal(Value start, List<Value> sizes) throws Unconvertible {
      int led = led();
      Value base = led == 0 ? start : rows(sizes, led, start);
      if (span() < FEW) {
        Value sum = varying();
        base = sum == null ? base : wide(sum, bytes, base);
      } else {
        for (int i = led; i < indices.size(); i++) {
          if (KernelWriter.number(indices.get(i)) == null) {
            base = wide(Term.of(indices.get(i)).value(), strides.stride(i) * bytes, base);
          }
        }
      }
      long offset = known() * bytes;
      return offset == (int) offset
          ? new Address("global", base, offset)
          : new Address("global", new Address("global", base, offset).value(writer), 0);
    }

    /** Where the row begins that the first indices mean; all sums and products are of 64 bits. */
    private Value rows(List<Value> sizes, int led, Value start) {
      Whole whole = new Whole(writer);
      Value row = null;
      for (int i = 0; i < led; i++) {
        Value index = indices.get(i);
        Value size = sizes.get(i + 1);
        if (row != null) {
          Value sum = whole.add(row, whole.widen(index));
          row = whole.multiply(sum, whole.widen(size));
        } else if (!Long.valueOf(0).equals(KernelWriter.number(index))) {
          row = whole.product(index, size);
        }
      }
      return row == null ? start : whole.multiplyAdd(row, strides.stride(led) * bytes, start);
    }

    private Value wide(Value index, long factor, Value base) throws Unconvertible {
      if (factor != (int) factor) {
        throw writer.failure(
            "has a stride of %d bytes, more than the product with an index of 32 bits can have",
            factor);
      }
      return MadWideOp.create(writer.at(), index, writer.i32(factor), base).result();
    }
  }
}
