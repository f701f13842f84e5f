// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.ir.Dialects;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.builtin.op.BuiltinDialect;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.diag.SourceText;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs in generic form, there and back. */
class GenericFormTest {
  private static final Dialects DIALECTS = new Dialects(List.of(new BuiltinDialect()));

  private final List<Diagnostic> diagnostics = new ArrayList<>();

  private Operation parse(String text) {
    return Parser.parse(
        SourceText.of("t.mlir", text),
        DIALECTS,
        ParseOptions.LENIENT,
        Diagnostics.into(diagnostics));
  }

  @Test
  void printsWhatItReads() {
    String text =
        """
        "builtin.module"() ({
          %0:2 = "t.two"() {b = 1 : i64, "c d" = "x\\0A"} : () -> (i32, f32)
          "t.region"(%0#1) <{p}> ({
          ^bb0(%arg0: index):
            "t.br"(%arg0)[^bb1] : (index) -> ()
          ^bb1:  // pred: ^bb0
            "t.end"() : () -> ()
          }, {
          }) : (f32) -> ()
        }) : () -> ()

        """;
    Operation module = parse(text);
    assertThat(diagnostics).isEmpty();
    assertThat(Printer.print(module, PrintOptions.GENERIC)).isEqualTo(text);
  }

  @Test
  void numbersNestedRegionsFromAStackInGenericForm() {
    String text =
        """
        "builtin.module"() ({
          "t.reg"() ({
            %3 = "t.d"() : () -> i32
            "t.reg"() ({
              %4 = "t.d"() : () -> i32
            }) : () -> ()
          }, {
            %1 = "t.d"() : () -> i32
            %2 = "t.d"() : () -> i32
          }) : () -> ()
          %0 = "t.d"() : () -> i32
        }) : () -> ()

        """;
    assertThat(Printer.print(parse(text), PrintOptions.GENERIC)).isEqualTo(text);
  }

  @Test
  void aUseMayStandBeforeItsDefinition() {
    Operation module = parse("\"t.use\"(%late) : (i32) -> ()\n%late = \"t.def\"() : () -> i32\n");
    assertThat(diagnostics).isEmpty();
    assertThat(Printer.print(module))
        .isEqualTo(
            """
            module {
              "t.use"(%0) : (i32) -> ()
              %0 = "t.def"() : () -> i32
            }

            """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "memref<128x64xf16, \"shared\">",
        "memref<?x4xf32, strided<[4, 1], offset: ?>, 3>",
        "memref<0x1xi8>",
        "vector<4x[8]xf32>",
        "tensor<4x?xf32, \"e\">",
        "tensor<*xi1>",
        "(i32) -> (() -> ())",
        "tuple<i32, tuple<>>",
        "!foo.bar<a -> b>",
        "!foo<\"raw\">",
        "complex<bf16>",
        "f8E4M3FN",
        "none"
      })
  void typesPrintAsTheyAreRead(String type) {
    String text = "\"t.x\"() {a = " + type + "} : () -> ()\n";
    Operation module = parse(text);
    assertThat(diagnostics).isEmpty();
    assertThat(Printer.print(module)).contains("{a = " + type + "}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "5 | 5 : i64",
        "-5 : i8 | -5 : i8",
        "255 : i8 | -1 : i8",
        "0xFF : i16 | 255 : i16",
        "true | true",
        "1.5 | 1.500000e+00 : f64",
        "0.1 : f16 | 9.997550e-02 : f16",
        "0x7FC00000 : f32 | 0x7FC00000 : f32",
        "16777216.0 : f32 | 0x4B800000 : f32",
        "[1, 1.0, 1 : i32] | [1, 1.000000e+00, 1 : i32]",
        "{b, a = 1} | {a = 1 : i64, b}",
        "array<i32: 1, -2> | array<i32: 1, -2>",
        "array<i1: true, false> | array<i1: true, false>",
        "array<i8> | array<i8>",
        "dense<[[1, 2], [3, 4]]> : tensor<2x2xi32> | dense<[[1, 2], [3, 4]]> : tensor<2x2xi32>",
        "dense<[3, 3]> : vector<2xi8> | dense<3> : vector<2xi8>",
        "dense<\"0x0100000002000000\"> : tensor<2xi32> | dense<[1, 2]> : tensor<2xi32>",
        "dense<> : tensor<0xf32> | dense<> : tensor<0xf32>",
        "@a::@\"b c\" | @a::@\"b c\"",
        "#foo.bar<1> : i32 | #foo.bar<1> : i32",
        "unit | unit",
        "loc(\"f\":1:2) | loc(\"f\":1:2)",
      })
  void attributesPrintInOneWay(String written, String printed) {
    Operation module = parse("\"t.x\"() {a = [" + written + "]} : () -> ()\n");
    assertThat(diagnostics).isEmpty();
    String inArray = printed.endsWith(" : i64") ? printed.replace(" : i64", "") : printed;
    inArray = inArray.endsWith(" : f64") ? inArray.replace(" : f64", "") : inArray;
    inArray = inArray.startsWith("{") ? printed : inArray;
    PrintOptions withoutAliases = new PrintOptions(false, false, true, false, false);
    assertThat(Printer.print(module, withoutAliases)).contains("{a = [" + inArray + "]}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "func.func @f( { | 1 | 1 | Dialect 'func' not found for custom op 'func.func'",
        "\"t.x\"(%a) : (i32) -> () | 1 | 7 | use of undeclared SSA value name",
        "\"t.x\"( | 1 | 7 | expected ')' to end operand list",
        "\"t.x\"() : () -> (i32 | 1 | 21 | expected ')'",
        "%a = \"t.x\"() : () -> () | 1 | 6 | cannot name an operation with no results",
        "\"t.x\"() {a, a} : () -> () | 1 | 13 | duplicate key 'a' in dictionary attribute",
        "\"t.x\"() {a = 300 : i8} : () -> () | 1 | 14 | integer constant out of range for attribute",
        "\"t.x\"() {a = memref<2xf16 : () -> () | 1 | 27 | expected ',' or '>' in memref type",
        "\"t.x\"() {a = !foo.b<(>} : () -> () | 1 | 20 | unbalanced '(' character in pretty dialect name",
        "\"t.x | 1 | 5 | expected '\"' in string literal",
        "\"t.x\"() {a = 1.0 : i32} : () -> () | 1 | 14 | floating point value not valid for specified type",
        "} | 1 | 1 | expected operation name in quotes",
        "\"t.x\"()[^bb0] : () -> () | 1 | 9 | reference to an undefined block",
        "module { | 1 | 9 | expected '}' to end a region",
      })
  void badInputHasAPlace(String text, int line, int column, String message) {
    assertThat(parse(text)).isNull();
    Diagnostic first = diagnostics.getFirst();
    assertThat(first.message()).isEqualTo(message);
    assertThat(first.location().position().line()).isEqualTo(line);
    assertThat(first.location().position().column()).isEqualTo(column);
  }

  @Test
  void aFragmentMayUseWhatNothingDefines() {
    String text = "%b = builtin.unrealized_conversion_cast %a, %c#1 : i32, i8 to i64\n";
    Operation module =
        Parser.parse(
            SourceText.of("t.mlir", text),
            DIALECTS,
            ParseOptions.FRAGMENT,
            Diagnostics.into(diagnostics));
    assertThat(diagnostics).isEmpty();
    assertThat(Printer.print(module))
        .isEqualTo(
            """
            module {
              %0 = "unknown.value"() : () -> i32
              %1 = "unknown.value"() : () -> i8
              %2 = unrealized_conversion_cast %0, %1 : i32, i8 to i64
            }

            """);
  }

  @Test
  void deepNestingIsRefusedAndDoesNotOverflow() {
    parse("\"t.x\"() {a = " + "[".repeat(100_000));
    assertThat(diagnostics.getFirst().message()).contains("nested more than");
    diagnostics.clear();
    parse("\"t.x\"() ({".repeat(100_000));
    assertThat(diagnostics.getFirst().message()).contains("nested more than");
  }
}
