// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.ptx;

import dev.azulejo.dialect.arith.ConstantOp;
import dev.azulejo.dialect.gpu.BarrierOp;
import dev.azulejo.dialect.gpu.BlockDimOp;
import dev.azulejo.dialect.gpu.BlockIdOp;
import dev.azulejo.dialect.gpu.GridDimOp;
import dev.azulejo.dialect.gpu.LaneIdOp;
import dev.azulejo.dialect.gpu.SubgroupIdOp;
import dev.azulejo.dialect.gpu.SubgroupSizeOp;
import dev.azulejo.dialect.gpu.ThreadIdOp;
import dev.azulejo.dialect.memref.AllocaOp;
import dev.azulejo.dialect.memref.AtomicRMWOp;
import dev.azulejo.dialect.memref.DimOp;
import dev.azulejo.dialect.ptx.AddressOp;
import dev.azulejo.dialect.ptx.TensorMapOp;
import dev.azulejo.dialect.ptx.instruction.Instruction;
import dev.azulejo.dialect.scf.ForOp;
import dev.azulejo.dialect.scf.IfOp;
import dev.azulejo.dialect.scf.WhileOp;
import dev.azulejo.dialect.vector.BitCastOp;
import dev.azulejo.dialect.vector.BroadcastOp;
import dev.azulejo.dialect.vector.ExtractOp;
import dev.azulejo.dialect.vector.FromElementsOp;
import dev.azulejo.dialect.vector.InsertOp;
import dev.azulejo.dialect.vector.ShapeCastOp;
import dev.azulejo.dialect.vector.ToElementsOp;
import dev.azulejo.ir.Block;
import dev.azulejo.ir.BlockArgument;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.ValueMapping;
import dev.azulejo.ir.builtin.DenseElementsAttr;
import dev.azulejo.ir.builtin.FloatAttr;
import dev.azulejo.ir.builtin.IndexType;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.TypedAttr;
import dev.azulejo.ir.builtin.VectorType;
import dev.azulejo.ir.trait.Terminator;
import java.util.ArrayList;
import java.util.List;

/** What becomes of each operation of a thread. */
final class OpConversion {
  private final KernelWriter writer;
  private final Operation launch;
  private final ControlFlow control;
  private final MemoryOps memory;
  private final ThreadOps thread;
  private final VectorOps vectors;
  private final Elementwise elementwise;

  OpConversion(KernelWriter writer, Operation launch, long threads) {
    this.writer = writer;
    this.launch = launch;
    this.control = new ControlFlow(writer, this);
    this.memory = new MemoryOps(writer);
    this.thread = new ThreadOps(writer, threads);
    this.vectors = new VectorOps(writer);
    this.elementwise = new Elementwise(writer);
  }

  /** Converts what a block does, and what its end needs; the end is its owner's affair. */
  void convert(Block block) throws Unconvertible {
    for (Operation op : block) {
      if (op instanceof Terminator) {
        bring(op);
      } else {
        convert(op);
      }
    }
  }

  /** Converts one operation. */
  void convert(Operation op) throws Unconvertible {
    if (op instanceof DimOp size && writer.knows(size.result())) {
      // It is a parameter.
      return;
    }
    if (op instanceof TensorMapOp map) {
      tensorMap(map);
      return;
    }
    bring(op);
    writer.begin(op);
    switch (op) {
      case ForOp loop -> control.loop(loop);
      case IfOp branch -> control.branch(branch);
      case WhileOp loop -> control.loop(loop);
      case AllocaOp alloca -> memory.alloca(alloca);
      case dev.azulejo.dialect.memref.LoadOp load -> memory.load(load);
      case dev.azulejo.dialect.memref.StoreOp store -> memory.store(store);
      case dev.azulejo.dialect.vector.LoadOp load -> memory.load(load);
      case dev.azulejo.dialect.vector.StoreOp store -> memory.store(store);
      case AddressOp address -> memory.address(address);
      case DimOp size -> memory.size(size);
      case AtomicRMWOp update -> new AtomicOps(writer).update(update);
      case ExtractOp extract -> vectors.extract(extract);
      case InsertOp insert -> vectors.insert(insert);
      case BroadcastOp broadcast -> vectors.broadcast(broadcast);
      case FromElementsOp from -> vectors.fromElements(from);
      case ToElementsOp to -> vectors.toElements(to);
      case BitCastOp cast -> vectors.bitcast(cast);
      case ShapeCastOp cast -> vectors.shapeCast(cast);
      default -> convertPlain(op);
    }
  }

  private void convertPlain(Operation op) throws Unconvertible {
    switch (op) {
      case ConstantOp constant -> constant(constant);
      case ThreadIdOp id -> writer.define(id.result(), thread.threadId(id.dimension()));
      case BlockIdOp id -> writer.define(id.result(), thread.blockId(id.dimension()));
      case BlockDimOp size -> writer.define(size.result(), thread.blockDim(size.dimension()));
      case GridDimOp size -> writer.define(size.result(), thread.gridDim(size.dimension()));
      case LaneIdOp id -> writer.define(id.result(), thread.lane());
      case SubgroupIdOp id -> writer.define(id.result(), thread.warp());
      case SubgroupSizeOp size -> writer.define(size.result(), thread.warpSize());
      case BarrierOp _ -> thread.barrier();
      case dev.azulejo.dialect.gpu.ShuffleOp shuffle -> thread.shuffle(shuffle);
      case Instruction _ -> copy(op);
      default -> {
        if (!elementwise.convert(op)) {
          throw writer.failure("has no instructions of PTX that it could become");
        }
      }
    }
  }

  /** A map is a parameter, if that of which it is made is one too. */
  private void tensorMap(TensorMapOp op) throws Unconvertible {
    if (!writer.knows(op.result())) {
      writer.begin(op);
      throw writer.failure("is of a buffer that is no argument of the function");
    }
  }

  // --- What the function has outside of the launch ----------------------------------------------

  /** Converts what an operation needs that stands before the launch. */
  void bring(Operation op) throws Unconvertible {
    for (Value operand : op.operands()) {
      Operation from = operand.definingOp();
      if (from != null && !writer.knows(operand) && !from.isInside(launch)) {
        boolean before = writer.writeEarly(true);
        convert(from);
        writer.writeEarly(before);
      }
    }
  }

  // --- Constants and instructions ---------------------------------------------------------------

  private void constant(ConstantOp op) throws Unconvertible {
    switch (op.value()) {
      case IntegerAttr number when number.type() instanceof IndexType ->
          writer.define(op.result(), index(number));
      case IntegerAttr number -> scalar(op.result(), number);
      case FloatAttr number -> scalar(op.result(), number);
      case DenseElementsAttr numbers when op.result().type() instanceof VectorType type ->
          elements(op.result(), numbers, type);
      default -> throw writer.failure("is a constant that no registers hold");
    }
  }

  private Value index(IntegerAttr number) throws Unconvertible {
    if (!number.fitsLong() || number.longValue() != (int) number.longValue()) {
      throw writer.failure("is an index that 32 bits can't hold");
    }
    return writer.i32(number.longValue());
  }

  private void scalar(OpResult result, TypedAttr number) throws Unconvertible {
    Type register = writer.register(result.type());
    boolean isByte = Scalars.isByte(result.type());
    writer.define(
        result,
        writer.constant(
            isByte && number instanceof IntegerAttr byteOf
                ? IntegerAttr.of(register, byteOf.longValue())
                : number));
  }

  private void elements(OpResult result, DenseElementsAttr numbers, VectorType type)
      throws Unconvertible {
    List<Value> elements = new ArrayList<>();
    for (int i = 0; i < Lanes.count(type); i++) {
      TypedAttr number = numbers.element(numbers.isSplat() ? 0 : i);
      elements.add(
          number.type() instanceof IndexType && number instanceof IntegerAttr index
              ? index(index)
              : writer.constant(number));
    }
    writer.define(result, Lanes.ofElements(writer.register(type.elementType()), elements));
  }

  /** An instruction of PTX stays what it is; buffers that it works on are registers. */
  private void copy(Operation op) throws Unconvertible {
    ValueMapping mapping = new ValueMapping();
    for (Value operand : op.operands()) {
      if (writer.knows(operand) && Scalars.register(operand.type()) == null) {
        if (!(writer.buffer(operand) instanceof Buffer.Local local)) {
          throw writer.failure("works on a buffer that is in no registers");
        }
        mapping.put(operand, local.registers());
      } else {
        mapping.put(operand, writer.scalar(operand));
      }
    }
    Operation copy = writer.at().insert(op.copy(mapping));
    KnownOffsets.fold(copy);
    for (int i = 0; i < op.resultCount(); i++) {
      writer.define(op.result(i), copy.result(i));
    }
  }

  /** Says what an argument of the launch's block is: the block's place. */
  void place(BlockArgument argument) {
    writer.define(argument, writer.special("ctaid." + "xyz".charAt(argument.index())));
  }
}
