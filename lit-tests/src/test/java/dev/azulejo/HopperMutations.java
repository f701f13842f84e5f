// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo;

import dev.azulejo.KernelMutations.Mutation;
import dev.azulejo.dialect.ptx.AddOp;
import dev.azulejo.dialect.ptx.BarrierClusterArriveOp;
import dev.azulejo.dialect.ptx.BarrierClusterWaitOp;
import dev.azulejo.dialect.ptx.ConstantOp;
import dev.azulejo.dialect.ptx.CpAsyncBulkCommitGroupOp;
import dev.azulejo.dialect.ptx.CpAsyncBulkTensorLoadOp;
import dev.azulejo.dialect.ptx.CpAsyncBulkTensorStoreOp;
import dev.azulejo.dialect.ptx.CpAsyncBulkWaitGroupOp;
import dev.azulejo.dialect.ptx.FenceMbarrierInitOp;
import dev.azulejo.dialect.ptx.FenceProxyAsyncOp;
import dev.azulejo.dialect.ptx.MapaOp;
import dev.azulejo.dialect.ptx.MbarrierArriveClusterOp;
import dev.azulejo.dialect.ptx.MbarrierArriveExpectTxOp;
import dev.azulejo.dialect.ptx.MbarrierArriveOp;
import dev.azulejo.dialect.ptx.MbarrierInitOp;
import dev.azulejo.dialect.ptx.MbarrierTryWaitParityOp;
import dev.azulejo.dialect.ptx.SetmaxnregOp;
import dev.azulejo.dialect.ptx.WgmmaCommitGroupOp;
import dev.azulejo.dialect.ptx.WgmmaFenceOp;
import dev.azulejo.dialect.ptx.WgmmaOp;
import dev.azulejo.dialect.ptx.WgmmaWaitGroupOp;
import dev.azulejo.dialect.ptx.XorOp;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.IntegerType;
import java.util.List;

/** The ways to get an instruction of Hopper wrong, each of them small. */
final class HopperMutations {
  private static final int PIECE = 16;
  private static final int STRIDE_BIT = 32;
  private static final int SWIZZLE_BIT = 62;

  private HopperMutations() {}

  /** Adds all ways to get an instruction wrong. */
  static void of(Operation op, List<Mutation> all) {
    switch (op) {
      case MbarrierInitOp _ -> {
        all.add(new Mutation("barrier not made", Operation::erase));
        all.add(more("barrier of one arrival more", 1, 1));
        all.add(KernelMutations.shifted("barrier beside its place", "offset", PIECE));
      }
      case MbarrierArriveOp _ -> {
        all.add(new Mutation("arrival dropped", Operation::erase));
        all.add(KernelMutations.shifted("arrival at another barrier", "offset", 8));
      }
      case MbarrierArriveClusterOp _ -> {
        all.add(new Mutation("arrival in the cluster dropped", Operation::erase));
        all.add(KernelMutations.shifted("arrival in the cluster at another barrier", "offset", 8));
      }
      case MapaOp _ -> all.add(more("address in another block", 1, 1));
      case BarrierClusterArriveOp _ ->
          all.add(new Mutation("coming to the cluster's barrier dropped", Operation::erase));
      case BarrierClusterWaitOp _ ->
          all.add(new Mutation("wait for the cluster dropped", Operation::erase));
      case MbarrierArriveExpectTxOp _ -> {
        all.add(new Mutation("arrival with bytes dropped", Operation::erase));
        all.add(more("too many bytes expected", 1, PIECE));
        all.add(more("too few bytes expected", 1, -PIECE));
      }
      case MbarrierTryWaitParityOp _ -> {
        all.add(new Mutation("parity swapped", each -> change(each, 1, 1, XorOp::create)));
        all.add(KernelMutations.shifted("wait for another barrier", "offset", 8));
      }
      case FenceMbarrierInitOp _ ->
          all.add(new Mutation("fence of new barriers dropped", Operation::erase));
      case FenceProxyAsyncOp _ -> all.add(new Mutation("proxy fence dropped", Operation::erase));
      case SetmaxnregOp change ->
          all.add(
              KernelMutations.shifted(
                  "registers that are not there: " + change.change().value(), "count", 8));
      case CpAsyncBulkTensorLoadOp load -> ofLoad(load, all);
      case CpAsyncBulkTensorStoreOp _ -> {
        all.add(new Mutation("box not stored", Operation::erase));
        all.add(more("box stored beside its column", 1, 1));
        all.add(more("box stored beside its row", 2, 1));
      }
      case CpAsyncBulkCommitGroupOp _ ->
          all.add(new Mutation("commit of boxes dropped", Operation::erase));
      case CpAsyncBulkWaitGroupOp _ -> {
        all.add(new Mutation("wait for boxes dropped", Operation::erase));
        all.add(KernelMutations.shifted("wait for one box less", "pending", 1));
      }
      case WgmmaOp product -> ofProduct(product, all);
      case WgmmaFenceOp _ -> all.add(new Mutation("fence of registers dropped", Operation::erase));
      case WgmmaCommitGroupOp _ ->
          all.add(new Mutation("commit of products dropped", Operation::erase));
      case WgmmaWaitGroupOp _ -> {
        all.add(new Mutation("wait for products dropped", Operation::erase));
        all.add(KernelMutations.shifted("wait for one product less", "pending", 1));
      }
      default -> {
        // Others have nothing of Hopper.
      }
    }
  }

  private static void ofLoad(CpAsyncBulkTensorLoadOp op, List<Mutation> all) {
    int coordinates = op.coordinates().size();
    all.add(new Mutation("box not loaded", Operation::erase));
    all.add(more("box loaded beside its place", 0, 1024));
    all.add(more("box loaded from beside its column", 2, 1));
    all.add(more("box loaded from beside its row", 3, 1));
    all.add(more("box counted on another barrier", 2 + coordinates, 8));
    if (op.multicast().isPresent()) {
      all.add(
          new Mutation(
              "box for the other half of the cluster only",
              each -> change(each, 3 + coordinates, 1, XorOp::create)));
    }
  }

  private static void ofProduct(WgmmaOp op, List<Mutation> all) {
    all.add(new Mutation("product dropped", Operation::erase));
    all.add(KernelMutations.register("accumulator of a product off by one register", "first"));
    all.add(KernelMutations.shifted("product of fewer columns", "n", -8));
    all.add(
        new Mutation(
            "product set instead of added, or added",
            each -> {
              Value yes = constant(each, IntegerAttr.of(IntegerType.I1, 1));
              each.setOperand(
                  3, XorOp.create(Inserter.before(each), each.operand(3), yes).result());
            }));
    for (int i = op.hasRegisters() ? 2 : 1; i <= 2; i++) {
      String name = i == 1 ? "A" : "B";
      all.add(more("descriptor of " + name + " 16 bytes further", i, 1));
      all.add(more("descriptor of " + name + " with another stride", i, 8L << STRIDE_BIT));
      all.add(more("descriptor of " + name + " with another swizzle", i, 1L << SWIZZLE_BIT));
    }
  }

  /** An operand with so much more. */
  private static Mutation more(String kind, int operand, long by) {
    return new Mutation(kind, op -> change(op, operand, by, AddOp::create));
  }

  private static void change(Operation op, int operand, long by, Change change) {
    Value before = op.operand(operand);
    IntegerAttr number = IntegerAttr.of((IntegerType) before.type(), by);
    Value with = constant(op, number);
    op.setOperand(operand, change.create(Inserter.before(op), before, with).result(0));
  }

  private interface Change {
    Operation create(Inserter at, Value left, Value right);
  }

  private static Value constant(Operation before, IntegerAttr number) {
    return ConstantOp.create(Inserter.before(before), number).result();
  }
}
