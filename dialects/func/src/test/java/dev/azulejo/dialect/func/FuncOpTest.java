// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.func;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.ir.Dialects;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.builtin.FloatType;
import dev.azulejo.ir.builtin.FunctionType;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.StringAttr;
import dev.azulejo.ir.builtin.SymbolRefAttr;
import dev.azulejo.ir.builtin.UnitAttr;
import dev.azulejo.ir.builtin.op.BuiltinDialect;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.diag.SourceText;
import dev.azulejo.ir.rewrite.GreedyOptions;
import dev.azulejo.ir.rewrite.GreedyRewriter;
import dev.azulejo.ir.rewrite.PatternSet;
import dev.azulejo.ir.text.ParseOptions;
import dev.azulejo.ir.text.Parser;
import dev.azulejo.ir.text.PrintOptions;
import dev.azulejo.ir.text.Printer;
import dev.azulejo.ir.verify.Verifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class FuncOpTest {
  private static final Dialects DIALECTS =
      new Dialects(List.of(new BuiltinDialect(), new FuncDialect()));

  private final List<Diagnostic> problems = new ArrayList<>();

  @Test
  void attributesOfArgumentsComeAndGo() {
    FuncOp function =
        first("func.func @f(%a: i32, %b: f32 {t.x = 1 : i8}) -> i32 { return %a : i32 }");
    assertThat(function.argumentAttribute(0, "t.x")).isNull();
    assertThat(function.argumentAttribute(1, "t.x")).isEqualTo(IntegerAttr.of(IntegerType.I8, 1));
    function.setArgumentAttribute(0, "t.y", UnitAttr.INSTANCE);
    function.setArgumentAttribute(0, "t.a", StringAttr.of("s"));
    function.setArgumentAttribute(1, "t.x", null);
    function.setResultAttribute(0, "t.z", UnitAttr.INSTANCE);
    assertThat(function.resultAttribute(0, "t.z")).isEqualTo(UnitAttr.INSTANCE);
    assertThat(print(function))
        .startsWith(
            """
            func.func @f(%arg0: i32 {t.a = "s", t.y}, %arg1: f32) -> (i32 {t.z}) {
            """);
    function.setArgumentAttribute(0, "t.y", null);
    function.setArgumentAttribute(0, "t.a", null);
    assertThat(function.argAttrs()).isEmpty();
  }

  @Test
  void buildersMakeWhatTheTextSays() {
    Operation module = parse("");
    Inserter at = Inserter.atEnd(module.region(0).entry(), module.location());
    FunctionType type = FunctionType.of(List.of(IntegerType.I32), List.of(FloatType.F32));
    FuncOp callee = FuncOp.declare(at, "g", type);
    FuncOp caller = FuncOp.create(at, "f", type);
    assertThat(callee.isDeclaration()).isTrue();
    assertThat(callee.isPrivate()).isTrue();
    assertThat(callee.arguments()).isEmpty();
    assertThat(caller.isDeclaration()).isFalse();
    assertThat(caller.isPrivate()).isFalse();
    Inserter inside = Inserter.atEnd(caller.entry(), module.location());
    CallOp call = CallOp.create(inside, callee, caller.arguments());
    ConstantOp constant = ConstantOp.create(inside, SymbolRefAttr.of("g"), type);
    CallIndirectOp.create(inside, constant.result(), caller.arguments());
    ReturnOp.create(inside, call.results());
    assertThat(print(module))
        .isEqualTo(
            """
            module {
              func.func private @g(i32) -> f32
              func.func @f(%arg0: i32) -> f32 {
                %0 = call @g(%arg0) : (i32) -> f32
                %f = constant @g : (i32) -> f32
                %1 = call_indirect %f(%arg0) : (i32) -> f32
                return %0 : f32
              }
            }

            """);
  }

  @Test
  void functionsKnownByNameAreCalledByName() {
    Operation module =
        parse(
            """
            func.func private @g(i32) -> f32
            func.func @f(%x: i32, %h: (i32) -> f32) -> (f32, f32) {
              %g = constant @g : (i32) -> f32
              %0 = call_indirect %g(%x) : (i32) -> f32
              %1 = call_indirect %h(%x) : (i32) -> f32
              return %0, %1 : f32, f32
            }
            """);
    GreedyRewriter.run(module, PatternSet.canonical(), GreedyOptions.DEFAULT, DIALECTS);
    assertThat(print(module))
        .isEqualTo(
            """
            module {
              func.func private @g(i32) -> f32
              func.func @f(%arg0: i32, %arg1: (i32) -> f32) -> (f32, f32) {
                %0 = call @g(%arg0) : (i32) -> f32
                %1 = call_indirect %arg1(%arg0) : (i32) -> f32
                return %0, %1 : f32, f32
              }
            }

            """);
  }

  @Test
  void argumentsKeepTheLocationsThatAreWritten() {
    FuncOp function =
        first(
            """
            func.func @f(%a: i32 {t.x} loc("here"), %b: i32 loc(#loc1)) {
              return
            }
            #loc1 = loc("there")
            """);
    assertThat(Printer.print(function, new PrintOptions(false, true, true, false, false)))
        .contains("(%arg0: i32 {t.x} loc(\"here\"), %arg1: i32 loc(\"there\"))");
  }

  private FuncOp first(String text) {
    Operation module = parse(text);
    return (FuncOp) Objects.requireNonNull(module.region(0).entry().first());
  }

  private Operation parse(String text) {
    Operation module =
        Parser.parse(
            SourceText.of("test.mlir", text),
            DIALECTS,
            ParseOptions.LENIENT,
            Diagnostics.into(problems));
    assertThat(problems).isEmpty();
    return Objects.requireNonNull(module);
  }

  private String print(Operation op) {
    Verifier.verify(op, DIALECTS, null, Diagnostics.into(problems));
    assertThat(problems).isEmpty();
    return Printer.print(op);
  }
}
