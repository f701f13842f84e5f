// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo;

import dev.azulejo.dialect.ptx.AddOp;
import dev.azulejo.dialect.ptx.AndOp;
import dev.azulejo.dialect.ptx.BarSyncOp;
import dev.azulejo.dialect.ptx.ConstantOp;
import dev.azulejo.dialect.ptx.CpAsyncBulkTensorLoadOp;
import dev.azulejo.dialect.ptx.CpAsyncBulkTensorStoreOp;
import dev.azulejo.dialect.ptx.CpAsyncCommitGroupOp;
import dev.azulejo.dialect.ptx.CpAsyncOp;
import dev.azulejo.dialect.ptx.CpAsyncWaitGroupOp;
import dev.azulejo.dialect.ptx.CvtPairOp;
import dev.azulejo.dialect.ptx.FmaOp;
import dev.azulejo.dialect.ptx.LdOp;
import dev.azulejo.dialect.ptx.LdmatrixOp;
import dev.azulejo.dialect.ptx.MadOp;
import dev.azulejo.dialect.ptx.MadWideOp;
import dev.azulejo.dialect.ptx.MaxOp;
import dev.azulejo.dialect.ptx.MbarrierArriveExpectTxOp;
import dev.azulejo.dialect.ptx.MbarrierArriveOp;
import dev.azulejo.dialect.ptx.MmaOp;
import dev.azulejo.dialect.ptx.MulOp;
import dev.azulejo.dialect.ptx.RedOp;
import dev.azulejo.dialect.ptx.RegsReadOp;
import dev.azulejo.dialect.ptx.RegsWriteOp;
import dev.azulejo.dialect.ptx.SelpOp;
import dev.azulejo.dialect.ptx.SetpOp;
import dev.azulejo.dialect.ptx.ShflSyncOp;
import dev.azulejo.dialect.ptx.ShlOp;
import dev.azulejo.dialect.ptx.ShrOp;
import dev.azulejo.dialect.ptx.SpecialOp;
import dev.azulejo.dialect.ptx.StOp;
import dev.azulejo.dialect.ptx.StmatrixOp;
import dev.azulejo.dialect.ptx.XorOp;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.UnitAttr;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.Diagnostics;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The ways to get an instruction of a kernel wrong, each of them small. */
final class KernelMutations {
  /** How kinds end that are about constants; in front is the name of the operation. */
  static final String OFF_BY_ONE = " of a constant off by one";

  /** Bytes of a vector in memory. */
  private static final int VECTOR = 16;

  private KernelMutations() {}

  /**
   * A way to get an instruction wrong.
   *
   * @param kind what is wrong, the same for every instruction of its kind
   * @param change makes it so
   */
  record Mutation(String kind, Consumer<Operation> change) {}

  /** All ways to get an instruction wrong. */
  static List<Mutation> of(Operation op) {
    List<Mutation> all = new ArrayList<>();
    switch (op) {
      case BarSyncOp _ -> all.add(new Mutation("barrier dropped", Operation::erase));
      case CpAsyncCommitGroupOp _ -> all.add(new Mutation("commit dropped", Operation::erase));
      case CpAsyncWaitGroupOp _ -> {
        all.add(new Mutation("wait dropped", Operation::erase));
        all.add(shifted("wait for one group less", "pending", 1));
      }
      case CpAsyncOp copy -> ofCopy(copy, all);
      case LdmatrixOp load -> ofMatrices(load, all);
      case MmaOp _ -> ofProduct(all);
      case CvtPairOp _ -> all.add(new Mutation("halves of a pair swapped", KernelMutations::swap));
      case RegsReadOp _ -> all.add(register("register read off by one", "index"));
      case RegsWriteOp _ -> all.add(register("register written off by one", "index"));
      case StOp _ -> all.add(shifted("store off by a vector", "offset", VECTOR));
      case LdOp _ -> all.add(shifted("load off by a vector", "offset", VECTOR));
      case RedOp _ -> {
        all.add(new Mutation("update dropped", Operation::erase));
        all.add(shifted("update off by a vector", "offset", VECTOR));
      }
      // Half of lane 0 is lane 0: what is said to all lanes is no exchange.
      case ShflSyncOp exchange when !exchange.mode().value().equals("idx") ->
          all.add(new Mutation("exchange with another lane", KernelMutations::halveDistance));
      case SelpOp _ -> all.add(new Mutation("choice swapped", KernelMutations::swap));
      case StmatrixOp _ -> {
        all.add(shifted("matrices to the next vector", "offset", VECTOR));
        all.add(register("matrices from registers off by one", "first"));
      }
      case MaxOp _ -> all.add(instead("larger number not taken"));
      case FmaOp _ -> all.add(instead("product not added to", 2));
      default -> {
        ofNumbers(op, all);
        HopperMutations.of(op, all);
      }
    }
    if (isGuarded(op)) {
      all.add(new Mutation("guard negated", KernelMutations::negate));
    }
    return all;
  }

  private static boolean isGuarded(Operation op) {
    return switch (op) {
      case CpAsyncOp copy -> copy.guard().isPresent();
      case MbarrierArriveOp arrive -> arrive.guard().isPresent();
      case MbarrierArriveExpectTxOp arrive -> arrive.guard().isPresent();
      case CpAsyncBulkTensorLoadOp load -> load.guard().isPresent();
      case CpAsyncBulkTensorStoreOp store -> store.guard().isPresent();
      case LdOp load -> load.guard().isPresent();
      case RedOp update -> update.guard().isPresent();
      case StOp store -> store.guard().isPresent();
      default -> false;
    };
  }

  private static void negate(Operation op) {
    if (op.removeAttribute("negated") == null) {
      op.setAttribute("negated", UnitAttr.INSTANCE);
    }
  }

  private static void ofCopy(CpAsyncOp op, List<Mutation> all) {
    all.add(new Mutation("copy dropped", Operation::erase));
    all.add(shifted("copy to the next vector", "target_offset", VECTOR));
    all.add(shifted("copy from the next vector", "source_offset", VECTOR));
    long bytes = op.bytes().longValue();
    if (bytes > 4) {
      all.add(shifted("copy of half as many bytes", "bytes", -bytes / 2));
    }
    if (op.size().isPresent()) {
      all.add(
          new Mutation(
              "copy of all bytes", each -> ((CpAsyncOp) each).setOperandGroup(2, List.of())));
    }
  }

  private static void ofMatrices(LdmatrixOp op, List<Mutation> all) {
    all.add(new Mutation("rows of two lanes swapped", each -> swapRows((LdmatrixOp) each, 1)));
    if (op.count() > 1) {
      all.add(new Mutation("rows of two matrices swapped", each -> swapRows((LdmatrixOp) each, 8)));
    }
    all.add(shifted("matrices from the next vector", "offset", VECTOR));
    all.add(register("matrices to registers off by one", "first"));
    all.add(
        new Mutation(
            "matrices transposed, or not",
            each -> {
              if (each.removeAttribute("trans") == null) {
                each.setAttribute("trans", UnitAttr.INSTANCE);
              }
            }));
  }

  private static void ofProduct(List<Mutation> all) {
    all.add(register("accumulator off by one register", "first"));
    all.add(register("left factor off by one register", "a_first"));
    all.add(register("right factor off by one register", "b_first"));
    all.add(new Mutation("product dropped", Operation::erase));
  }

  private static void ofNumbers(Operation op, List<Mutation> all) {
    boolean computes =
        switch (op) {
          case AddOp _,
              AndOp _,
              MadOp _,
              MadWideOp _,
              MulOp _,
              ShlOp _,
              ShrOp _,
              XorOp _,
              SetpOp _ ->
              true;
          default -> false;
        };
    for (int i = 0; computes && i < op.operandCount(); i++) {
      int index = i;
      if (op.operand(i).definingOp() instanceof ConstantOp constant
          && constant.value() instanceof IntegerAttr number
          && !number.type().equals(IntegerType.I1)) {
        all.add(
            new Mutation(
                op.name() + OFF_BY_ONE,
                each -> {
                  IntegerAttr wrong = IntegerAttr.of(number.type(), number.longValue() + 1);
                  each.setOperand(index, ConstantOp.create(Inserter.before(each), wrong).result());
                }));
      }
    }
    if (op instanceof XorOp) {
      all.add(
          new Mutation(
              "swizzle dropped", each -> each.result(0).replaceAllUsesWith(each.operand(0))));
    }
  }

  /** The result is the first operand. */
  private static Mutation instead(String kind) {
    return instead(kind, 0);
  }

  private static Mutation instead(String kind, int operand) {
    return new Mutation(kind, op -> op.result(0).replaceAllUsesWith(op.operand(operand)));
  }

  static Mutation shifted(String kind, String attribute, long by) {
    return new Mutation(kind, op -> shift(op, attribute, by));
  }

  private static void shift(Operation op, String attribute, long by) {
    long before = op.attribute(attribute) instanceof IntegerAttr number ? number.longValue() : 0;
    op.setAttribute(attribute, IntegerAttr.of(IntegerType.I32, before + by));
  }

  /** One register further on, or back where there is none. */
  static Mutation register(String kind, String attribute) {
    return new Mutation(
        kind,
        op -> {
          shift(op, attribute, 1);
          List<Diagnostic> problems = new ArrayList<>();
          if (op instanceof Verified checked) {
            checked.verify(Diagnostics.into(problems));
          }
          shift(op, attribute, problems.isEmpty() ? 0 : -2);
        });
  }

  /** With a lane that another exchange is with, or with itself. */
  private static void halveDistance(Operation op) {
    if (op.operand(1).definingOp() instanceof ConstantOp constant
        && constant.value() instanceof IntegerAttr distance) {
      IntegerAttr wrong = IntegerAttr.i32((int) distance.longValue() / 2);
      op.setOperand(1, ConstantOp.create(Inserter.before(op), wrong).result());
    }
  }

  private static void swap(Operation op) {
    Value first = op.operand(0);
    op.setOperand(0, op.operand(1));
    op.setOperand(1, first);
  }

  /** Lane 0 and another name each the row that the other should. */
  private static void swapRows(LdmatrixOp op, int other) {
    Inserter at = Inserter.before(op);
    Value lane = SpecialOp.create(at, "laneid").result();
    Value with = ConstantOp.create(at, IntegerAttr.i32(other)).result();
    Value rest = ConstantOp.create(at, IntegerAttr.i32(31 & ~other)).result();
    Value zero = ConstantOp.create(at, IntegerAttr.i32(0)).result();
    Value all = ConstantOp.create(at, IntegerAttr.i32(-1)).result();
    Value last = ConstantOp.create(at, IntegerAttr.i32(31)).result();
    Value unlike = AndOp.create(at, lane, rest).result();
    Value isOne = SetpOp.create(at, unlike, zero, "eq").result();
    Value swapped = XorOp.create(at, lane, with).result();
    Value from = SelpOp.create(at, swapped, lane, isOne).result();
    Value address = ShflSyncOp.create(at, op.address(), from, last, all, "idx").result();
    op.setOperand(1, address);
  }
}
