// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.instruction;

import dev.azulejo.dialect.func.FuncDialect;
import dev.azulejo.dialect.ptx.PtxDialect;
import dev.azulejo.ir.Dialects;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.builtin.op.BuiltinDialect;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.diag.SourceText;
import dev.azulejo.ir.text.ParseOptions;
import dev.azulejo.ir.text.Parser;
import dev.azulejo.ir.verify.Verifier;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Single instructions in text. */
final class Instructions {
  private static final Dialects DIALECTS =
      new Dialects(List.of(new BuiltinDialect(), new FuncDialect(), new PtxDialect()));

  private Instructions() {}

  /** An instruction whose operands are %0, %1, ... of some types. */
  static Operation op(String text, String... types) {
    List<String> arguments = new ArrayList<>();
    for (String type : types) {
      arguments.add("%" + arguments.size() + ": " + type);
    }
    String source =
        "func.func @f(" + String.join(", ", arguments) + ") {\n" + text + "\nfunc.return\n}";
    List<Diagnostic> errors = new ArrayList<>();
    Diagnostics diagnostics = Diagnostics.into(errors);
    @Nullable Operation module =
        Parser.parse(SourceText.of("test.tir", source), DIALECTS, ParseOptions.STRICT, diagnostics);
    if (module == null || !Verifier.verify(module, diagnostics)) {
      throw new AssertionError(errors + " in\n" + source);
    }
    return module.region(0).entry().first().region(0).entry().first();
  }

  /** What an instruction computes of operands, all lanes alike. */
  static long compute(Operation op, long... operands) {
    Lanewise code = Arithmetic.of(op);
    if (code == null) {
      throw new AssertionError(op.name());
    }
    long[][] lanes = new long[operands.length][];
    for (int i = 0; i < operands.length; i++) {
      lanes[i] = new long[] {operands[i]};
    }
    long[] result = new long[1];
    code.apply(lanes, result);
    return result[0];
  }
}
