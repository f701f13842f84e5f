// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.warp;

import dev.azulejo.dialect.ptx.BraIfOp;
import dev.azulejo.dialect.ptx.BraOp;
import dev.azulejo.dialect.ptx.ExitOp;
import dev.azulejo.dialect.ptx.KernelOp;
import dev.azulejo.dialect.ptx.LdParamOp;
import dev.azulejo.dialect.ptx.LocalOp;
import dev.azulejo.dialect.ptx.RegsOp;
import dev.azulejo.dialect.ptx.RetOp;
import dev.azulejo.dialect.ptx.SharedOp;
import dev.azulejo.dialect.ptx.TrapOp;
import dev.azulejo.dialect.tile.LaunchOp;
import dev.azulejo.ir.Block;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.MemRefType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The code of a whole kernel: of a launch on rung 3, of a {@code ptx.kernel} on rung 4. */
final class KernelDecoder {
  private final WarpDecoder decoder;
  private final Assembly code;
  private final Map<Block, Assembly.Label> labels = new HashMap<>();

  private KernelDecoder(WarpDecoder decoder) {
    this.decoder = decoder;
    this.code = decoder.code();
  }

  /** What one thread of a launch does. */
  static KernelCode of(LaunchOp launch, ScalarOperations scalars) {
    var decoder = new WarpDecoder(scalars);
    for (Value argument : launch.body().entry().arguments()) {
      decoder.slot(argument);
    }
    for (Operation op : launch.body().entry()) {
      decoder.emit(op);
    }
    decoder.code().add(warp -> warp.end(-1), launch.location());
    return decoder.finish(launch);
  }

  /** What one thread of a kernel does. */
  static KernelCode of(KernelOp kernel, ScalarOperations scalars) {
    var decoder = new WarpDecoder(scalars);
    new KernelDecoder(decoder).kernel(kernel);
    return decoder.finish(kernel);
  }

  private void kernel(KernelOp kernel) {
    List<Block> order = BlockOrder.of(kernel.body());
    for (Block block : order) {
      labels.put(block, new Assembly.Label());
    }
    for (Block block : order) {
      code.bind(label(block));
      for (Operation op : block) {
        emit(op);
      }
    }
  }

  private Assembly.Label label(Block block) {
    return labels.computeIfAbsent(block, _ -> new Assembly.Label());
  }

  private void emit(Operation op) {
    switch (op) {
      case SharedOp shared -> {
        int size = Math.toIntExact(shared.bytes());
        int align = Math.toIntExact(shared.align().longValue());
        preset(shared.buffer(), decoder.shared().next("shared memory", size, align));
      }
      case LocalOp local -> {
        int size = Math.toIntExact(local.bytes());
        int align = Math.toIntExact(local.align().longValue());
        preset(local.buffer(), decoder.local(size, align));
      }
      case RegsOp registers -> {
        int array = decoder.slot(registers.registers());
        code.add(warp -> warp.registers(array).forget(warp.active()), op.location());
      }
      case LdParamOp load -> {
        int from = decoder.slot(load.parameter());
        int to = decoder.slot(load.result());
        code.add(warp -> Moves.copy(warp, warp.lanes(from), warp.lanes(to)), op.location());
      }
      case BraOp jump -> jump(jump, jump.dest(), jump.destOperands());
      case BraIfOp branch -> branch(branch);
      case RetOp _ -> code.add(warp -> warp.end(-1), op.location());
      case ExitOp exit -> {
        int guard = decoder.slot(exit.guard());
        boolean negated = exit.negated();
        code.add(warp -> warp.end(negated ? ~warp.holds(guard) : warp.holds(guard)), op.location());
      }
      case TrapOp _ ->
          code.add(
              warp -> {
                int lane = Integer.numberOfTrailingZeros(warp.active());
                throw warp.failure(op.location(), lane, "ends the kernel with an error");
              },
              op.location());
      default -> decoder.emit(op);
    }
  }

  private void preset(Value buffer, long address) {
    if (buffer.type() instanceof MemRefType type) {
      new MemoryDecoder(decoder).preset(buffer, type, address);
    }
  }

  private void jump(Operation op, Block to, List<? extends Value> operands) {
    Moves.emit(decoder, operands, to.arguments(), op);
    code.jump(label(to), op.location());
  }

  private void branch(BraIfOp op) {
    int condition = decoder.slot(op.condition());
    if (op.uniform()) {
      code.add(
          warp -> {
            int lanes = warp.holds(condition) & warp.active();
            if (lanes != 0 && lanes != warp.active()) {
              throw warp.failure(
                  op.location(),
                  Integer.numberOfTrailingZeros(lanes),
                  "goes another way than others of its warp, though the jump says that none does");
            }
          },
          op.location());
    }
    var otherwise = new Assembly.Label();
    code.jumpUnless(condition, otherwise, op.location());
    jump(op, op.trueDest(), op.trueOperands());
    code.bind(otherwise);
    jump(op, op.falseDest(), op.falseOperands());
  }
}
