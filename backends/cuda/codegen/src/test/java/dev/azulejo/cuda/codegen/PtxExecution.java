// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.cuda.codegen;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Executes the text of a {@link RandomKernel}, line by line. */
final class PtxExecution {
  private final List<String> lines;
  private final Map<String, Integer> labels = new HashMap<>();
  private final Map<String, Integer> registers = new HashMap<>();
  private final List<Integer> stored = new ArrayList<>();
  private int next;

  private PtxExecution(String text) {
    this.lines = text.lines().map(String::strip).toList();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).endsWith(":")) {
        labels.put(lines.get(i).replace(":", ""), i);
      }
    }
    this.next = lines.indexOf("{") + 1;
  }

  /** The first numbers that a kernel stores. */
  static List<Integer> stored(String text, int count) {
    PtxExecution execution = new PtxExecution(text);
    while (execution.stored.size() < count) {
      execution.step(execution.lines.get(execution.next++));
    }
    return execution.stored;
  }

  private void step(String line) {
    if (line.isEmpty() || line.startsWith(".") || line.endsWith(":")) {
      return;
    }
    String code = line.substring(0, line.length() - 1);
    if (code.startsWith("@")) {
      int blank = code.indexOf(' ');
      boolean negated = code.charAt(1) == '!';
      if ((registers.get(code.substring(negated ? 2 : 1, blank)) != 0) == negated) {
        return;
      }
      code = code.substring(blank + 1);
    }
    int tab = code.indexOf('\t');
    String[] operands = code.substring(tab + 1).split(", ", -1);
    execute(code.substring(0, tab), operands);
  }

  private void execute(String mnemonic, String[] operands) {
    switch (mnemonic) {
      case "mov.b32" -> registers.put(operands[0], of(operands[1]));
      case "add.s32" -> registers.put(operands[0], of(operands[1]) + of(operands[2]));
      case "sub.s32" -> registers.put(operands[0], of(operands[1]) - of(operands[2]));
      case "mul.lo.s32" -> registers.put(operands[0], of(operands[1]) * of(operands[2]));
      case "xor.b32" -> registers.put(operands[0], of(operands[1]) ^ of(operands[2]));
      case "setp.lt.s32" -> registers.put(operands[0], of(operands[1]) < of(operands[2]) ? 1 : 0);
      case "st.global.b32" -> stored.add(of(operands[1]));
      case "bra", "bra.uni" -> next = labels.get(operands[0]);
      case "ld.param.b64" -> {}
      default -> throw new IllegalStateException(mnemonic);
    }
  }

  private int of(String operand) {
    return operand.startsWith("%") ? registers.get(operand) : Integer.parseInt(operand);
  }
}
