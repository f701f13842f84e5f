// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.ptx;

import dev.azulejo.dialect.vector.BitCastOp;
import dev.azulejo.dialect.vector.BroadcastOp;
import dev.azulejo.dialect.vector.ExtractOp;
import dev.azulejo.dialect.vector.FromElementsOp;
import dev.azulejo.dialect.vector.InsertOp;
import dev.azulejo.dialect.vector.ShapeCastOp;
import dev.azulejo.dialect.vector.ToElementsOp;
import dev.azulejo.ir.AsmText;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.DenseArrayAttr;
import dev.azulejo.ir.builtin.VectorType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Vectors are put together and taken apart without instructions, where their elements fit. */
final class VectorOps {
  private final KernelWriter writer;

  VectorOps(KernelWriter writer) {
    this.writer = writer;
  }

  void extract(ExtractOp op) throws Unconvertible {
    int index = place(op.source().type(), op.staticPosition(), op.dynamicPosition());
    List<Value> elements = writer.vector(op.source()).elements(writer);
    writer.define(op.result(), elements.get(index));
  }

  void insert(InsertOp op) throws Unconvertible {
    int index = place(op.dest().type(), op.staticPosition(), op.dynamicPosition());
    Lanes lanes = writer.vector(op.dest());
    List<Value> elements = new ArrayList<>(lanes.elements(writer));
    elements.set(index, writer.scalar(op.valueToStore()));
    writer.define(op.result(), Lanes.ofElements(lanes.element(), elements));
  }

  private int place(Type type, DenseArrayAttr position, List<Value> dynamic) throws Unconvertible {
    if (!(type instanceof VectorType vector)
        || !dynamic.isEmpty()
        || position.size() != vector.rank()) {
      throw writer.failure("asks for no single element at a constant place");
    }
    long[] all = position.asLongs();
    long index = 0;
    for (int i = 0; i < all.length; i++) {
      index = index * vector.shape()[i] + all[i];
    }
    if (index < 0 || index >= Lanes.count(vector)) {
      throw writer.failure("asks for an element that the vector has not");
    }
    return Math.toIntExact(index);
  }

  void broadcast(BroadcastOp op) throws Unconvertible {
    if (!(op.vector().type() instanceof VectorType type)) {
      return;
    }
    Value element;
    if (op.source().type() instanceof VectorType from) {
      if (Lanes.count(from) != 1) {
        throw writer.failure("repeats a %s; one number is possible", AsmText.ofType(from));
      }
      element = writer.vector(op.source()).elements(writer).getFirst();
    } else {
      element = writer.scalar(op.source());
    }
    writer.define(
        op.vector(),
        Lanes.ofElements(element.type(), Collections.nCopies(Lanes.count(type), element)));
  }

  void fromElements(FromElementsOp op) throws Unconvertible {
    List<Value> elements = writer.scalars(op.elements());
    writer.define(op.dest(), Lanes.ofElements(elements.getFirst().type(), elements));
  }

  void toElements(ToElementsOp op) throws Unconvertible {
    List<Value> elements = writer.vector(op.source()).elements(writer);
    for (int i = 0; i < elements.size(); i++) {
      writer.define(op.elements().get(i), elements.get(i));
    }
  }

  void bitcast(BitCastOp op) throws Unconvertible {
    if (op.result().type() instanceof VectorType type) {
      writer.define(
          op.result(), Lanes.ofWords(type.elementType(), writer.vector(op.source()).words(writer)));
    }
  }

  void shapeCast(ShapeCastOp op) throws Unconvertible {
    writer.define(op.result(), writer.vector(op.source()));
  }
}
