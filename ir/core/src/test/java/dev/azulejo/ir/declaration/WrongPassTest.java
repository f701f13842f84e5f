// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.declaration;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Declarations of passes with errors; see {@link Marks}. */
class WrongPassTest {
  private static final String RUN =
      "@Override public Change run(Operation root, PassContext context) { return Change.NONE; }";

  @ParameterizedTest
  @MethodSource({"passes", "options"})
  void isReportedWhereItStands(String wrong) {
    Marks.check(wrong, DeclaredPassTest.compileAll("XPass", wrong));
  }

  static Stream<String> passes() {
    return Stream.of(
            """
            @PassDef(
                name = "TidyUp", //~ 'TidyUp' is no name of a pass in kebab case
                anchor = "func", //~ 'func' is no name of an operation, dialect first
                summary = " ", //~ the summary is empty
                from = Rung.TARGET,
                downTo = Rung.TILE) //~ downTo is a higher rung than from
            public final class XPass implements Pass { RUN }
            """,
            """
            @PassDef(name = "x", summary = "X.")
            public final class XPass {} //~ 'XPass' must implement dev.azulejo.ir.pass.Pass
            """,
            """
            interface XPass {}
            @PassDef(name = "x", summary = "X.")
            class Tidy implements Pass { RUN } //~ a pass is a class in a file of its own whose \
            name ends in 'Pass'
            """,
            """
            @PassDef(name = "x", summary = "X.")
            public final class XPass implements Pass { //~ 'XPass' needs a constructor that takes \
            nothing and isn't private
              private XPass() {}
              XPass(int i) {}
              RUN
            }
            """,
            """
            @PassDef(name = "x", summary = "X.")
            public final class XPass implements Pass { //~ 'XPass' needs a constructor that takes \
            its Options and isn't private
              record Options() {}
              RUN
            }
            """,
            """
            @PassDef(name = "x", summary = "X.")
            public final class XPass implements Pass {
              static final class Options {} //~ the options of a pass are a record that isn't \
            private
              RUN
            }
            """,
            """
            @PassDef(name = "x", summary = "X.")
            public final class XPass implements Pass { RUN }
            @PassDef(name = "x", summary = "Y.")
            final class YPass implements Pass { RUN } //~ pass 'x' is declared twice: here and in \
            XPass
            """)
        .map(source -> source.replace("RUN", RUN));
  }

  static Stream<String> options() {
    return Stream.of(
            "int maxSteps //~ option 'max-steps' says nothing of its meaning: annotate it with"
                + " @Help",
            "@Help(\"x\") double x //~ option 'x' must be a boolean, int, long, String, enum or"
                + " List<String>",
            "@Help(\"x\") List<Integer> x //~ option 'x' must be a boolean, int, long, String, enum"
                + " or List<String>",
            "@Help(\"x\") int x //~ option 'x' needs a defaultValue: it is an integer of 32 bits",
            "@Help(value = \"x\", defaultValue = \"2147483648\") int x //~ option 'x' can't have"
                + " the default '2147483648': it is an integer of 32 bits",
            "@Help(value = \"x\", defaultValue = \"1.5\") long x //~ option 'x' can't have the"
                + " default '1.5': it is an integer of 64 bits",
            "@Help(value = \"x\", defaultValue = \"yes\") boolean x //~ option 'x' can't have the"
                + " default 'yes': it is true or false",
            "@Help(value = \"x\", defaultValue = \"LOW\") Effort x //~ option 'x' can't have the"
                + " default 'LOW': it is one of low, high",
            "@Help(value = \"x\", defaultValue = \"it\") One x //~ option 'x' leaves no choice")
        .map(component ->
            """
            @PassDef(name = "x", summary = "X.")
            public final class XPass implements Pass {
              public enum Effort { LOW, HIGH }
              public enum One { IT }
              public record Options(
                  %s
                  ) {}
              XPass(Options options) {}
              %s
            }
            """
                .formatted(component, RUN));
  }
}
