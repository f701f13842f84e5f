// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.cuda.codegen;

import dev.azulejo.dialect.ptx.KernelLaunch;
import dev.azulejo.dialect.ptx.KernelOp;
import dev.azulejo.dialect.ptx.LocalOp;
import dev.azulejo.dialect.ptx.SharedOp;
import dev.azulejo.dialect.ptx.type.ParameterType;
import dev.azulejo.ir.AsmText;
import dev.azulejo.ir.Block;
import dev.azulejo.ir.BlockArgument;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.DenseArrayAttr;
import dev.azulejo.ir.diag.CompilerBug;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The names of what a kernel declares: parameters and rows of bytes. */
final class KernelSymbols {
  private final KernelOp kernel;
  private final String prefix;
  private final Map<Value, String> names = new IdentityHashMap<>();
  private final List<SharedOp> shared = new ArrayList<>();
  private final List<LocalOp> local = new ArrayList<>();

  private KernelSymbols(KernelOp kernel) {
    this.kernel = kernel;
    this.prefix = kernel.symName().value();
  }

  static KernelSymbols of(KernelOp kernel) {
    KernelSymbols symbols = new KernelSymbols(kernel);
    symbols.collect();
    return symbols;
  }

  private void collect() {
    for (BlockArgument parameter : kernel.parameters()) {
      names.put(parameter, prefix + "_param_" + parameter.index());
    }
    for (Block block : kernel.body().blocks()) {
      for (Operation op : block) {
        if (op instanceof SharedOp row) {
          String name = row.dynamic() ? "_dynamic" : "_shared_" + shared.size();
          names.put(row.buffer(), prefix + name);
          shared.add(row);
        } else if (op instanceof LocalOp row) {
          names.put(row.buffer(), prefix + "_local_" + local.size());
          local.add(row);
        }
      }
    }
  }

  /** The name of a parameter or of a row of bytes. */
  String name(Value value) {
    String name = names.get(value);
    if (name == null) {
      throw new CompilerBug("a buffer that is nowhere declared passed the check");
    }
    return name;
  }

  List<SharedOp> shared() {
    return shared;
  }

  List<LocalOp> local() {
    return local;
  }

  KernelSummary summary() {
    long fixed = 0;
    long dynamic = 0;
    for (SharedOp row : shared) {
      if (row.dynamic()) {
        dynamic += row.bytes();
      } else {
        long align = row.align().longValue();
        fixed = (fixed + align - 1) / align * align + row.bytes();
      }
    }
    List<String> parameters = new ArrayList<>();
    for (BlockArgument parameter : kernel.parameters()) {
      parameters.add(word(parameter));
    }
    return new KernelSummary(
        prefix,
        parameters,
        list(kernel.maxntid()),
        list(kernel.cluster()),
        fixed,
        dynamic,
        KernelLaunch.of(kernel),
        kernel.location());
  }

  private static String word(BlockArgument parameter) {
    if (parameter.type() instanceof ParameterType type && !type.isPointer()) {
      return type.isTensorMap() ? ParameterType.TENSOR_MAP : AsmText.ofType(type.value());
    }
    return ParameterType.POINTER;
  }

  private static List<Long> list(Optional<DenseArrayAttr> numbers) {
    return numbers.map(all -> Arrays.stream(all.asLongs()).boxed().toList()).orElse(List.of());
  }
}
