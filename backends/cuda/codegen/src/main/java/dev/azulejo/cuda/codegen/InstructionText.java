// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.cuda.codegen;

import dev.azulejo.dialect.ptx.ConstantOp;
import dev.azulejo.dialect.ptx.instruction.Part;
import dev.azulejo.dialect.ptx.instruction.Syntax;
import dev.azulejo.ir.Value;
import java.util.List;

/** Prints instructions with the registers that values are in. */
final class InstructionText {
  private final Assignment assignment;
  private final KernelSymbols symbols;
  private final StringBuilder text;

  InstructionText(Assignment assignment, KernelSymbols symbols, StringBuilder text) {
    this.assignment = assignment;
    this.symbols = symbols;
    this.text = text;
  }

  void print(Syntax syntax) {
    text.append('\t');
    Value guard = syntax.guard();
    if (guard != null) {
      text.append(syntax.isNegated() ? "@!" : "@").append(assignment.register(guard)).append(' ');
    }
    text.append(syntax.mnemonic());
    List<Part> parts = syntax.parts();
    if (!parts.isEmpty()) {
      text.append('\t');
      list(parts);
    }
    text.append(";\n");
  }

  private void list(List<Part> parts) {
    for (int i = 0; i < parts.size(); i++) {
      text.append(i == 0 ? "" : ", ");
      part(parts.get(i));
    }
  }

  private void part(Part part) {
    switch (part) {
      case Part.Destination to -> text.append(assignment.register(to.value()));
      case Part.Source from -> source(from.value());
      case Part.Register from -> text.append(assignment.register(from.value()));
      case Part.Group group -> {
        text.append('{');
        list(group.parts());
        text.append('}');
      }
      case Part.Both both -> {
        part(both.first());
        text.append('|');
        part(both.second());
      }
      case Part.Element element ->
          text.append(assignment.registers().element(element.array(), element.index()));
      case Part.Address address -> {
        text.append('[').append(assignment.register(address.base()));
        offset(address.offset());
        text.append(']');
      }
      case Part.Tensor tensor -> {
        text.append('[').append(assignment.register(tensor.map())).append(", {");
        String separator = "";
        for (Value coordinate : tensor.coordinates()) {
          text.append(separator).append(assignment.register(coordinate));
          separator = ", ";
        }
        text.append("}]");
      }
      case Part.Symbol symbol -> {
        text.append(symbol.bracketed() ? "[" : "").append(symbols.name(symbol.named()));
        offset(symbol.offset());
        text.append(symbol.bracketed() ? "]" : "");
      }
      case Part.Literal literal -> text.append(literal.text());
    }
  }

  private void source(Value value) {
    boolean folded = value.definingOp() instanceof ConstantOp && Immediates.exist(value.type());
    if (folded && value.definingOp() instanceof ConstantOp constant) {
      text.append(Immediates.text(constant.value()));
    } else {
      text.append(assignment.register(value));
    }
  }

  private void offset(long bytes) {
    if (bytes != 0) {
      // With a minus alone ptxas takes it for no address.
      text.append('+').append(bytes);
    }
  }
}
