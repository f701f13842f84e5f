// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator;

import dev.azulejo.dialect.cf.BrOp;
import dev.azulejo.dialect.cf.CondBrOp;
import dev.azulejo.dialect.func.ReturnOp;
import dev.azulejo.ir.Block;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Region;
import java.util.ArrayList;
import java.util.List;

/** The code of a region whose blocks jump to each other. */
final class BlocksDecoder {
  private static final int END = -1;

  private final Decoder decoder;

  /** What ends a block: it chooses the next. */
  private interface Jump {
    int next(Frame frame);
  }

  BlocksDecoder(Decoder decoder) {
    this.decoder = decoder;
  }

  Code decode(Region region) {
    List<Code> bodies = new ArrayList<>();
    List<Jump> jumps = new ArrayList<>();
    for (Block block : region.blocks()) {
      bodies.add(body(block));
      jumps.add(jump(block.last()));
    }
    if (bodies.size() == 1) {
      Code body = bodies.getFirst();
      Jump end = jumps.getFirst();
      return frame -> {
        body.run(frame);
        end.next(frame);
      };
    }
    Code[] code = bodies.toArray(Code[]::new);
    Jump[] next = jumps.toArray(Jump[]::new);
    Operation owner = region.parentOp();
    return frame -> {
      int block = 0;
      while (block != END) {
        if (owner != null) {
          frame.step(owner.location());
        }
        code[block].run(frame);
        block = next[block].next(frame);
      }
    };
  }

  private Code body(Block block) {
    List<Code> codes = new ArrayList<>();
    for (Operation op : block) {
      Code code = isJump(op) ? null : decoder.decode(op);
      if (code != null) {
        codes.add(code);
      }
    }
    return Decoder.sequence(codes);
  }

  private static boolean isJump(Operation op) {
    return op instanceof BrOp || op instanceof CondBrOp || op instanceof ReturnOp;
  }

  private Jump jump(@org.jspecify.annotations.Nullable Operation op) {
    return switch (op) {
      case BrOp branch -> {
        Jump to = jump(branch, 0);
        yield to;
      }
      case CondBrOp branch -> {
        int condition = Decoder.slot(branch.operand(0));
        Jump yes = jump(branch, 0);
        Jump no = jump(branch, 1);
        yield frame -> (frame.scalar(condition) != 0 ? yes : no).next(frame);
      }
      case ReturnOp end -> {
        int[] values = Decoder.slots(end.operands());
        yield frame -> {
          frame.machine().returned(frame, values);
          return END;
        };
      }
      case null -> _ -> END;
      default -> throw Decoder.unsupported(op);
    };
  }

  private static Jump jump(dev.azulejo.ir.trait.BranchOp branch, int successor) {
    Operation op = (Operation) branch;
    Block target = op.successors().get(successor);
    Moves moves = Moves.of(branch.successorOperands(successor), target.arguments());
    int index = Decoder.indexOf(target);
    return frame -> {
      moves.run(frame);
      return index;
    };
  }
}
