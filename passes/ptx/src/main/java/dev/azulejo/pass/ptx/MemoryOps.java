// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.ptx;

import dev.azulejo.dialect.memref.AllocaOp;
import dev.azulejo.dialect.memref.DimOp;
import dev.azulejo.dialect.ptx.CvtOp;
import dev.azulejo.dialect.ptx.LdOp;
import dev.azulejo.dialect.ptx.RegsOp;
import dev.azulejo.dialect.ptx.RegsReadOp;
import dev.azulejo.dialect.ptx.RegsWriteOp;
import dev.azulejo.dialect.ptx.StOp;
import dev.azulejo.dialect.ptx.constraint.Registers;
import dev.azulejo.dialect.ptx.constraint.SpaceOf;
import dev.azulejo.dialect.ptx.type.RegistersType;
import dev.azulejo.ir.AsmText;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Offset;
import dev.azulejo.ir.builtin.IndexType;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.builtin.StringAttr;
import dev.azulejo.ir.builtin.VectorType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Loads and stores, of one element or of a vector of neighbours. */
final class MemoryOps {
  private static final int WORD = Integer.SIZE;
  private static final int WIDEST = 128;
  private static final StringAttr BYTE = StringAttr.of("u8");

  private final KernelWriter writer;

  MemoryOps(KernelWriter writer) {
    this.writer = writer;
  }

  void alloca(AllocaOp op) throws Unconvertible {
    Type type = op.memref().type();
    RegistersType registers = Registers.of(type);
    if (registers != null) {
      Type element = writer.register(registers.element());
      RegistersType held = new RegistersType(registers.size(), element);
      writer.define(op.memref(), new Buffer.Local(RegsOp.create(writer.at(), held).registers()));
    } else if (!"shared".equals(SpaceOf.word(type))) {
      throw writer.failure(
          "makes a %s; one-dimensional buffers of registers in \"local\" memory and buffers in"
              + " \"shared\" memory are possible",
          AsmText.ofType(type));
    }
  }

  void load(dev.azulejo.dialect.memref.LoadOp op) throws Unconvertible {
    if (writer.buffer(op.memref()) instanceof Buffer.Local local) {
      int index = constant(op.indices(), local, 1);
      writer.define(op.result(), RegsReadOp.create(writer.at(), local.registers(), index).result());
      return;
    }
    Type type = op.result().type();
    boolean isIndex = type instanceof IndexType;
    Type register = isIndex ? IntegerType.I64 : writer.register(type);
    Address address = address(op.memref(), op.indices());
    LdOp load =
        LdOp.create(
            writer.at(), address.space(), address.base(), address.offset(), List.of(register));
    if (Scalars.isByte(type)) {
      load.setAttribute("as", BYTE);
    }
    Value value = load.values().getFirst();
    writer.define(
        op.result(), isIndex ? CvtOp.create(writer.at(), value, IntegerType.I32).result() : value);
  }

  void store(dev.azulejo.dialect.memref.StoreOp op) throws Unconvertible {
    Value value = writer.scalar(op.value());
    if (writer.buffer(op.memref()) instanceof Buffer.Local local) {
      int index = constant(op.indices(), local, 1);
      RegsWriteOp.create(writer.at(), value, local.registers(), index);
      return;
    }
    Type type = op.value().type();
    if (type instanceof IndexType) {
      value = CvtOp.create(writer.at(), value, IntegerType.I64).result();
    }
    Address address = address(op.memref(), op.indices());
    StOp store =
        StOp.create(writer.at(), address.space(), address.base(), address.offset(), List.of(value));
    if (Scalars.isByte(type)) {
      store.setAttribute("as", BYTE);
    }
  }

  void load(dev.azulejo.dialect.vector.LoadOp op) throws Unconvertible {
    VectorType type = row(op.result().type());
    int count = Lanes.count(type);
    if (writer.buffer(op.base()) instanceof Buffer.Local local) {
      int first = constant(op.indices(), local, count);
      List<Value> elements = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        elements.add(RegsReadOp.create(writer.at(), local.registers(), first + i).result());
      }
      writer.define(op.result(), Lanes.ofElements(type.elementType(), elements));
      return;
    }
    Type element = type.elementType();
    boolean packed = isPacked(type);
    Type register = packed ? IntegerType.I32 : writer.register(element);
    int registers = packed ? count * Scalars.width(element) / WORD : count;
    Address address = address(op.base(), op.indices());
    List<Value> values = load(address, Collections.nCopies(registers, register));
    writer.define(
        op.result(), packed ? Lanes.ofWords(element, values) : Lanes.ofElements(element, values));
  }

  void store(dev.azulejo.dialect.vector.StoreOp op) throws Unconvertible {
    VectorType type = row(op.valueToStore().type());
    Lanes lanes = writer.vector(op.valueToStore());
    if (writer.buffer(op.base()) instanceof Buffer.Local local) {
      List<Value> elements = lanes.elements(writer);
      int first = constant(op.indices(), local, elements.size());
      for (int i = 0; i < elements.size(); i++) {
        RegsWriteOp.create(writer.at(), elements.get(i), local.registers(), first + i);
      }
      return;
    }
    List<Value> values = isPacked(type) ? lanes.words(writer) : lanes.elements(writer);
    Address address = address(op.base(), op.indices());
    StOp.create(writer.at(), address.space(), address.base(), address.offset(), values);
  }

  void address(dev.azulejo.dialect.ptx.AddressOp op) throws Unconvertible {
    List<Value> indices = new ArrayList<>();
    for (Offset index : op.allIndices()) {
      indices.add(
          switch (index) {
            case Offset.Constant constant -> writer.i32(constant.value());
            case Offset.Dynamic dynamic -> writer.scalar(dynamic.value());
          });
    }
    Address address = Address.of(writer, writer.buffer(op.buffer()), indices);
    writer.define(op.result(), address.value(writer));
  }

  /** The size of a buffer that is a number; others are parameters. */
  void size(DimOp op) throws Unconvertible {
    Long dimension = KernelWriter.number(writer.scalar(op.index()));
    if (dimension == null
        || !(op.source().type() instanceof MemRefType type)
        || dimension < 0
        || dimension >= type.rank()
        || type.shape()[dimension.intValue()] == MemRefType.DYNAMIC) {
      throw writer.failure("asks for a size that neither the type nor an argument says");
    }
    writer.define(op.result(), writer.i32(type.shape()[dimension.intValue()]));
  }

  // --- What these have in common ----------------------------------------------------------------

  private Address address(Value buffer, List<Value> indices) throws Unconvertible {
    return Address.of(writer, writer.buffer(buffer), writer.scalars(indices));
  }

  private List<Value> load(Address address, List<? extends Type> types) {
    Inserter at = writer.at();
    return List.copyOf(
        LdOp.create(at, address.space(), address.base(), address.offset(), types).values());
  }

  /** A vector that one instruction moves. */
  private VectorType row(Type type) throws Unconvertible {
    if (!(type instanceof VectorType vector) || vector.rank() != 1 || vector.isScalable()) {
      throw writer.failure("moves a %s; one dimension is possible", AsmText.ofType(type));
    }
    int count = Lanes.count(vector);
    if (vector.elementType() instanceof IndexType || Scalars.isByte(vector.elementType())) {
      throw writer.failure("moves a %s; its elements are moved one by one", AsmText.ofType(type));
    }
    int bits = count * Scalars.width(vector.elementType());
    if (bits > WIDEST || Integer.bitCount(bits) != 1 || bits < Byte.SIZE) {
      throw writer.failure(
          "moves a %s; an instruction moves 1, 2, 4, 8 or 16 bytes", AsmText.ofType(type));
    }
    return vector;
  }

  private static boolean isPacked(VectorType type) {
    int width = Scalars.width(type.elementType());
    return width < WORD && Lanes.count(type) * width >= WORD;
  }

  /** The number of a register that is asked for, with some behind it. */
  private int constant(List<Value> indices, Buffer.Local local, int count) throws Unconvertible {
    Long index = KernelWriter.number(writer.scalar(indices.getFirst()));
    if (index == null) {
      throw writer.failure("asks for a register by an index that is no constant");
    }
    RegistersType type = Registers.of(local.registers().type());
    long size = type == null ? 0 : type.size();
    if (index < 0 || index + count > size) {
      throw writer.failure(
          "asks for registers %d to %d, but there are %d", index, index + count - 1, size);
    }
    return Math.toIntExact(index);
  }
}
