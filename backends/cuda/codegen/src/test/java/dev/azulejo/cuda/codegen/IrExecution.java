// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.cuda.codegen;

import dev.azulejo.dialect.ptx.AddOp;
import dev.azulejo.dialect.ptx.BraIfOp;
import dev.azulejo.dialect.ptx.ConstantOp;
import dev.azulejo.dialect.ptx.KernelOp;
import dev.azulejo.dialect.ptx.LdParamOp;
import dev.azulejo.dialect.ptx.MulOp;
import dev.azulejo.dialect.ptx.RegsOp;
import dev.azulejo.dialect.ptx.RegsReadOp;
import dev.azulejo.dialect.ptx.RegsWriteOp;
import dev.azulejo.dialect.ptx.SetpOp;
import dev.azulejo.dialect.ptx.StOp;
import dev.azulejo.dialect.ptx.SubOp;
import dev.azulejo.dialect.ptx.XorOp;
import dev.azulejo.ir.Block;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.IntegerAttr;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Executes a {@link RandomKernel} by what its operations mean. */
final class IrExecution {
  private final Map<Value, Integer> values = new HashMap<>();
  private final Map<Long, Integer> registers = new HashMap<>();
  private final List<Integer> stored = new ArrayList<>();

  private IrExecution() {}

  /** The first numbers that a kernel stores. */
  static List<Integer> stored(KernelOp kernel, int count) {
    IrExecution execution = new IrExecution();
    Block block = kernel.body().entry();
    while (execution.stored.size() < count) {
      block = execution.run(block);
    }
    return execution.stored.subList(0, count);
  }

  private Block run(Block block) {
    for (Operation op : block) {
      switch (op) {
        case ConstantOp one when one.value() instanceof IntegerAttr number ->
            values.put(one.result(), (int) number.longValue());
        case AddOp sum -> values.put(sum.result(), of(sum.lhs()) + of(sum.rhs()));
        case SubOp sum -> values.put(sum.result(), of(sum.lhs()) - of(sum.rhs()));
        case MulOp sum -> values.put(sum.result(), of(sum.lhs()) * of(sum.rhs()));
        case XorOp sum -> values.put(sum.result(), of(sum.lhs()) ^ of(sum.rhs()));
        case SetpOp less -> values.put(less.result(), of(less.lhs()) < of(less.rhs()) ? 1 : 0);
        case RegsReadOp read ->
            values.put(read.result(), registers.getOrDefault(read.index().longValue(), 0));
        case RegsWriteOp write -> registers.put(write.index().longValue(), of(write.value()));
        case StOp store -> stored.add(of(store.values().getFirst()));
        case BraIfOp branch -> {
          return jump(branch);
        }
        case LdParamOp _, RegsOp _ -> {}
        default -> throw new IllegalStateException(op.name());
      }
    }
    throw new IllegalStateException("a block has no end");
  }

  private Block jump(BraIfOp branch) {
    int way = of(branch.condition()) != 0 ? 0 : 1;
    Block target = branch.successors().get(way);
    List<Integer> handed = new ArrayList<>();
    branch.successorOperands(way).forEach(value -> handed.add(of(value)));
    for (int i = 0; i < handed.size(); i++) {
      values.put(target.argument(i), handed.get(i));
    }
    return target;
  }

  private int of(Value value) {
    return values.get(value);
  }
}
