// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator;

import dev.azulejo.dialect.arith.ArithDialect;
import dev.azulejo.dialect.barrier.BarrierDialect;
import dev.azulejo.dialect.cf.CfDialect;
import dev.azulejo.dialect.func.FuncDialect;
import dev.azulejo.dialect.math.MathDialect;
import dev.azulejo.dialect.memref.MemRefDialect;
import dev.azulejo.dialect.pipeline.PipelineDialect;
import dev.azulejo.dialect.scf.ScfDialect;
import dev.azulejo.dialect.tile.TileDialect;
import dev.azulejo.ir.Block;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Region;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.trait.Terminator;
import dev.azulejo.simulator.run.SimulationFailure;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns the operations of a function into code, once, before anything runs. What can't be executed
 * is refused here, with its place.
 */
final class Decoder {
  private final Program program;

  Decoder(Program program) {
    this.program = program;
  }

  Program program() {
    return program;
  }

  /** The number of a value in the frame. */
  static int slot(Value value) {
    return value.id();
  }

  static int[] slots(List<? extends Value> values) {
    int[] slots = new int[values.size()];
    for (int i = 0; i < slots.length; i++) {
      slots[i] = slot(values.get(i));
    }
    return slots;
  }

  /** The code of a region of one block, without its terminator's. */
  Code body(Region region) {
    List<Code> codes = new ArrayList<>();
    if (!region.isEmpty()) {
      for (Operation op : region.entry()) {
        Code code = op instanceof Terminator ? null : decode(op);
        if (code != null) {
          codes.add(code);
        }
      }
    }
    return sequence(codes);
  }

  static Code sequence(List<Code> codes) {
    Code[] all = codes.toArray(Code[]::new);
    return switch (all.length) {
      case 0 -> _ -> {};
      case 1 -> all[0];
      default ->
          frame -> {
            for (Code code : all) {
              code.run(frame);
            }
          };
    };
  }

  /** The code of an operation; null for one that only carries values, which others handle. */
  @Nullable Code decode(Operation op) {
    return switch (op.schema().dialectName()) {
      case ArithDialect.NAME -> ArithDecoder.decode(op);
      case BarrierDialect.NAME -> BarrierDecoder.decode(op);
      case CfDialect.NAME -> BlocksDecoder.decode(op);
      case FuncDialect.NAME -> new FuncDecoder(this).decode(op);
      case MathDialect.NAME -> MathDecoder.decode(op);
      case MemRefDialect.NAME -> MemRefDecoder.decode(op, this);
      case PipelineDialect.NAME -> new PipelineDecoder(this).decode(op);
      case ScfDialect.NAME -> new ScfDecoder(this).decode(op);
      case TileDialect.NAME -> new TileDecoder(this).decode(op);
      default -> throw unsupported(op);
    };
  }

  static SimulationFailure unsupported(Operation op) {
    return new SimulationFailure(
        Diagnostic.error(op.location(), "the simulator can't execute '%s'", op.name()));
  }

  /** The block's place in its region. */
  static int indexOf(Block block) {
    Region region = block.region();
    return region == null ? -1 : region.blocks().indexOf(block);
  }
}
