// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.vector;

import dev.azulejo.dialect.vector.constraint.Printable;
import dev.azulejo.ir.CustomAssembly;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpParser;
import dev.azulejo.ir.OpPrinter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.OperationState;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.access.Access;
import dev.azulejo.ir.access.Accessing;
import dev.azulejo.ir.builtin.StringAttr;
import dev.azulejo.ir.builtin.constraint.StringAttribute;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Prints a scalar, a vector, a text or a mark, for tests. */
@OpDef(name = "vector.print", customAssembly = true)
@Example("vector.print %v : vector<4xf32>")
public abstract sealed class PrintOp extends Operation
    implements Accessing, CustomAssembly, Verified permits PrintOpImpl {
  private static final Access.Resource OUTPUT = new Access.Resource("output");

  /** What is printed, where it is a value. */
  @Operand(Printable.class)
  public abstract Optional<Value> source();

  /** What is printed behind it. */
  @Attr(value = PunctuationAttribute.class, defaultValue = "newline")
  public abstract PunctuationAttr punctuation();

  /** What is printed, where it is a text. */
  @Attr(StringAttribute.class)
  public abstract Optional<StringAttr> stringLiteral();

  /** Makes one that prints a value and ends the line. */
  public static PrintOp create(Inserter at, Value source) {
    return PrintOpImpl.at(at).operand(source).create();
  }

  @Override
  public void accesses(Consumer<Access> sink) {
    sink.accept(Access.write(OUTPUT));
  }

  static void parse(OpParser parser, OperationState state) {
    OpParser.Operand source = parser.acceptOperand();
    if (source != null) {
      parser.expect(":");
      state.operands(List.of(parser.resolve(source, parser.type())));
    } else {
      state.operands(List.of());
      if (parser.accept("str")) {
        state.attribute("stringLiteral", StringAttr.of(parser.string()));
      }
    }
    if (parser.accept("punctuation")) {
      state.attribute("punctuation", PunctuationAttr.parse(parser));
    }
    parser.attributeDictionary(state);
  }

  @Override
  public void print(OpPrinter printer) {
    source().ifPresent(value -> printer.text(" ").operand(value).text(" : ").type(value.type()));
    stringLiteral().ifPresent(text -> printer.text(" str ").attribute(text));
    // Alone, the name would take the next line's first value for what is printed.
    boolean isAlone = source().isEmpty() && stringLiteral().isEmpty();
    if (isAlone || punctuation().value() != Punctuation.NEWLINE) {
      printer.text(" punctuation ");
      punctuation().printBody(printer);
    }
    printer.attributeDictionary(this, Set.of("punctuation", "stringLiteral"));
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    if (source().isPresent() && stringLiteral().isPresent()) {
      diagnostics.report(error("prints either a value or a text"));
    }
  }
}
