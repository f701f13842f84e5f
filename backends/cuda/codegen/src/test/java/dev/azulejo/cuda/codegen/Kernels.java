// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.cuda.codegen;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.Objects;

/** Kernels in text, read and translated. */
final class Kernels {
  private static final Dialects DIALECTS =
      new Dialects(List.of(new BuiltinDialect(), new PtxDialect()));

  private Kernels() {}

  static Operation parse(String text) {
    List<Diagnostic> problems = new ArrayList<>();
    Diagnostics diagnostics = Diagnostics.into(problems);
    Operation module =
        Parser.parse(SourceText.of("k.tir", text), DIALECTS, ParseOptions.STRICT, diagnostics);
    assertThat(problems).as(text).isEmpty();
    Operation read = Objects.requireNonNull(module);
    Verifier.verify(read, diagnostics);
    assertThat(problems).as(text).isEmpty();
    return read;
  }

  /** The text of PTX of a module without mistakes. */
  static String translate(Operation module) {
    List<Diagnostic> problems = new ArrayList<>();
    PtxModule translated = new PtxEmitter(Diagnostics.into(problems), false).emit(module);
    assertThat(problems).isEmpty();
    return Objects.requireNonNull(translated).text();
  }

  /** The instructions of a kernel whose body is given, from its first on. */
  static List<String> lines(String body) {
    String text =
        translate(
            parse(
                """
                module attributes {tile.target = "sm_80"} {
                  ptx.kernel @k(%out: !ptx.param<ptr, 4>) {
                BODY
                  }
                }
                """
                    .replace("BODY", body)));
    assertThat(PtxStructure.problems(text)).as(text).isEmpty();
    String instructions = text.substring(text.indexOf("\n\n\t") + 2, text.lastIndexOf("}"));
    return instructions.lines().map(line -> line.strip().replace('\t', ' ')).toList();
  }
}
