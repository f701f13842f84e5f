// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.pipeline;

import dev.azulejo.dialect.barrier.Slot;
import dev.azulejo.dialect.pipeline.ForOp;
import dev.azulejo.dialect.scf.IfOp;
import dev.azulejo.dialect.scf.IndexSwitchOp;
import dev.azulejo.dialect.tile.Divisibility;
import dev.azulejo.dialect.tile.Im2colOp;
import dev.azulejo.dialect.tile.RegionOperand;
import dev.azulejo.dialect.tile.Target;
import dev.azulejo.ir.AsmText;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.builtin.FloatType;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.pass.Decision;
import dev.azulejo.ir.pass.PassContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How tiles of images are brought: by the engine that moves boxes, or by threads. */
public final class Im2colLoads {
  /** The most rows that a box of images has. */
  private static final long MOST_ROWS = 1024;

  /** The most columns that a box of images has. */
  private static final long MOST_COLUMNS = 256;

  /** What rows of boxes are multiples of. */
  private static final long BITS = 128;

  private static final int CHANNELS = 3;

  private Im2colLoads() {}

  /** Why the engine can't bring a tile of images, or null where it can. */
  public static @Nullable String obstacle(Im2colOp load) {
    Target target = Target.of(load);
    if (target == null || !target.hasSharedBarriers()) {
      return target == null ? "no target is named" : target.name() + " has no such copies";
    }
    String problem = TensorArguments.problemOf(load.source());
    if (problem != null) {
      return problem;
    }
    Type element =
        load.source().type() instanceof MemRefType type ? type.elementType() : load.source().type();
    long bits = bits(element);
    if (bits < Byte.SIZE || bits > Long.SIZE || Long.bitCount(bits) != 1) {
      return "elements of %s are not whole bytes".formatted(AsmText.ofType(element));
    }
    List<Long> sizes = load.targetRegion().sizes();
    long rows = sizes.get(sizes.size() - 2);
    long columns = sizes.getLast();
    if (Divisibility.ofSize(load.source(), CHANNELS) % columns != 0) {
      return "a tile of %d columns may reach over two places of the kernel: the channels are not"
              .formatted(columns)
          + " known to be a multiple of that";
    }
    if (columns * bits % BITS != 0) {
      return "its rows are %d bytes long, no multiple of %d"
          .formatted(columns * bits / Byte.SIZE, BITS / Byte.SIZE);
    }
    if (rows > MOST_ROWS || columns > MOST_COLUMNS) {
      return "it brings %d rows of %d columns; %d and %d are possible"
          .formatted(rows, columns, MOST_ROWS, MOST_COLUMNS);
    }
    if (load.bytes() > Slot.MAX_COUNT) {
      return "it brings %d bytes; a barrier counts up to %d"
          .formatted(load.bytes(), Slot.MAX_COUNT);
    }
    return RegionOperand.isAll(load.targetRegion()) ? null : "it fills only a part of its buffer";
  }

  private static long bits(Type type) {
    return switch (type) {
      case FloatType real -> real.width();
      case IntegerType integer -> integer.width();
      default -> 0;
    };
  }

  /**
   * Decides for each tile of images of a loop how it is brought, and writes it down. What the
   * program says already stays; where that can't be it is an error.
   */
  public static boolean decide(ForOp loop, PassContext context) {
    List<Im2colOp> loads = new ArrayList<>();
    loop.walk(op -> {
      if (op instanceof Im2colOp load && load.array().isEmpty() && !load.asynchronous()) {
        loads.add(load);
      }
    });
    boolean changed = false;
    for (Im2colOp load : loads) {
      changed |= decide(load, loop, context);
    }
    return changed;
  }

  private static boolean decide(Im2colOp load, ForOp loop, PassContext context) {
    String obstacle = obstacle(load);
    if (load.isMadeBy(Im2colOp.TMA) && obstacle != null) {
      context.error(load, "is to be brought by TMA, which can't be: %s", obstacle);
      return false;
    }
    if (load.instruction().isPresent()) {
      return false;
    }
    if (obstacle == null && isUnderCondition(load, loop)) {
      obstacle = "it depends on a condition, and nobody but a role of its own would wait for it";
    }
    String chosen = obstacle == null ? Im2colOp.TMA : Im2colOp.GATHER;
    load.setInstruction(chosen);
    context.decide(
        Decision.about(load, "im2col", "any way", chosen)
            .because("%s", obstacle == null ? "" : obstacle));
    return true;
  }

  private static boolean isUnderCondition(Operation op, ForOp loop) {
    Operation around = op.parentOp();
    while (around != null && around != loop) {
      if (around instanceof IfOp || around instanceof IndexSwitchOp) {
        return true;
      }
      around = around.parentOp();
    }
    return false;
  }
}
