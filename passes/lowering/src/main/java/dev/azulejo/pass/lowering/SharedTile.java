// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.lowering;

import dev.azulejo.dialect.arith.AddIOp;
import dev.azulejo.dialect.arith.IndexCastOp;
import dev.azulejo.dialect.arith.MulIOp;
import dev.azulejo.dialect.memref.AllocaOp;
import dev.azulejo.dialect.ptx.AddressOp;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Offset;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.layout.Layout;
import dev.azulejo.ir.layout.PointTable;
import dev.azulejo.ir.layout.Shape;
import dev.azulejo.ir.layout.expr.Bounds;
import dev.azulejo.ir.layout.expr.IndexExpr;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A buffer in shared memory: where it lies now, and its layout. */
final class SharedTile {
  private final Value memory;
  private final Layout layout;
  private final IndexExpr place;
  private final int bits;
  private final int memoryBits;

  /**
   * A buffer.
   *
   * @param memory its elements in the order of the layout
   * @param layout a layout of all its dimensions
   * @param bits how many bits an element has
   */
  SharedTile(Value memory, Layout layout, int bits) {
    this(memory, layout, bits, bits);
  }

  private SharedTile(Value memory, Layout layout, int bits, int memoryBits) {
    this.memoryBits = memoryBits;
    this.memory = memory;
    this.layout = layout;
    this.place = layout.flat().forward().getFirst();
    this.bits = bits;
  }

  /** The same memory with elements of another width, in a layout of their own. */
  SharedTile seenAs(Layout other, int otherBits) {
    return new SharedTile(memory, other, otherBits, memoryBits);
  }

  Value memory() {
    return memory;
  }

  Layout layout() {
    return layout;
  }

  /** Asks for memory that begins at a multiple of so many bytes. */
  void align(long bytes) {
    if (memory.definingOp() instanceof AllocaOp alloca) {
      long there = alloca.alignment().map(IntegerAttr::longValue).orElse(1L);
      alloca.setAttribute("alignment", IntegerAttr.i64(Math.max(there, bytes)));
    }
  }

  /** The address of the element of a number. */
  OpResult address(Inserter at, ThreadMath math, Value number) {
    if (bits == memoryBits) {
      return AddressOp.create(at, memory, List.of(Offset.of(number))).result();
    }
    Value start = AddressOp.create(at, memory, List.of(Offset.of(0))).result();
    Value bytes = math.constant(bits / Byte.SIZE);
    Value behind = MulIOp.create(at, number, bytes).result();
    Value narrow = IndexCastOp.create(at, behind, IntegerType.I32).out();
    return AddIOp.create(at, start, narrow).result();
  }

  Shape shape() {
    return layout.inputShape();
  }

  int bits() {
    return bits;
  }

  /** The number of the element that a thread means by an index over the thread. */
  ThreadFunction element(List<IndexExpr> index, long threads) {
    return ThreadFunction.of(place, index, threads);
  }

  /** The number of the element at an index that is computed. */
  Value place(ThreadMath math, Inserter at, List<Value> index) {
    return math.code(at, index, Bounds.of(shape().extents(), 1)).value(place);
  }

  /** The number of an element. */
  long element(long[] index) {
    Shape shape = shape();
    long number = 0;
    for (int i = 0; i < index.length; i++) {
      number = number * shape.size(i) + index[i];
    }
    return layout.table().linear(Math.toIntExact(number));
  }

  /**
   * How far apart the elements are whose indices differ by one in a dimension; null unless that is
   * the same everywhere.
   */
  @Nullable Long stride(int dimension) {
    Shape shape = shape();
    long inner = 1;
    for (int i = dimension + 1; i < shape.rank(); i++) {
      inner *= shape.size(i);
    }
    long size = shape.size(dimension);
    PointTable table = layout.table();
    long stride = size == 1 ? 0 : table.linear((int) inner) - table.linear(0);
    for (int point = 0; point < table.count(); point++) {
      long index = point / inner % size;
      long first = table.linear((int) (point - index * inner));
      if (table.linear(point) != first + index * stride) {
        return null;
      }
    }
    return stride;
  }
}
