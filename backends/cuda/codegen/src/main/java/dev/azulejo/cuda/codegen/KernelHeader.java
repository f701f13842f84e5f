// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.cuda.codegen;

import dev.azulejo.dialect.ptx.KernelOp;
import dev.azulejo.dialect.ptx.SharedOp;
import dev.azulejo.dialect.ptx.instruction.TypeWords;
import dev.azulejo.dialect.ptx.type.ParameterType;
import dev.azulejo.ir.BlockArgument;
import dev.azulejo.ir.builtin.DenseArrayAttr;
import java.util.List;

/** Prints what stands before the body of a kernel. */
final class KernelHeader {
  private static final int DIMENSIONS = 3;

  private final KernelOp kernel;
  private final KernelSymbols symbols;
  private final StringBuilder text;

  KernelHeader(KernelOp kernel, KernelSymbols symbols, StringBuilder text) {
    this.kernel = kernel;
    this.symbols = symbols;
    this.text = text;
  }

  void print() {
    for (SharedOp row : symbols.shared()) {
      if (row.dynamic()) {
        text.append(".extern .shared .align ").append(row.align().longValue());
        text.append(" .b8 ").append(symbols.name(row.buffer())).append("[];\n\n");
      }
    }
    text.append(".visible .entry ").append(kernel.symName().value()).append('(');
    List<BlockArgument> parameters = kernel.parameters();
    for (BlockArgument parameter : parameters) {
      text.append(parameter.index() == 0 ? "\n" : ",\n").append("\t.param ");
      if (parameter.type() instanceof ParameterType type) {
        parameter(type);
        text.append(symbols.name(parameter));
        text.append(type.isTensorMap() ? "[" + ParameterType.TENSOR_MAP_BYTES + "]" : "");
      }
    }
    text.append(parameters.isEmpty() ? ")\n" : "\n)\n");
    kernel.maxntid().ifPresent(sizes -> sizes(".maxntid", sizes));
    kernel
        .cluster()
        .ifPresent(sizes -> {
          text.append(".explicitcluster\n");
          sizes(".reqnctapercluster", sizes);
        });
    kernel.minnctapersm().ifPresent(count -> number(".minnctapersm", count.longValue()));
    kernel.maxnreg().ifPresent(count -> number(".maxnreg", count.longValue()));
  }

  private void parameter(ParameterType type) {
    if (type.isTensorMap()) {
      text.append(".align ").append(ParameterType.TENSOR_MAP_ALIGNMENT).append(" .b8 ");
    } else if (type.isPointer()) {
      text.append(".u64 .ptr .global .align ").append(type.alignment()).append(' ');
    } else {
      text.append('.').append(TypeWords.memory(type.value())).append(' ');
    }
  }

  private void sizes(String word, DenseArrayAttr sizes) {
    long[] all = sizes.asLongs();
    text.append(word);
    for (int i = 0; i < DIMENSIONS; i++) {
      text.append(i == 0 ? " " : ", ").append(i < all.length ? all[i] : 1);
    }
    text.append('\n');
  }

  private void number(String word, long value) {
    text.append(word).append(' ').append(value).append('\n');
  }
}
