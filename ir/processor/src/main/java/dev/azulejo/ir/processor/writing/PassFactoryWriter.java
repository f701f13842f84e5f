// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.processor.writing;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.azulejo.ir.processor.model.Names;
import dev.azulejo.ir.processor.model.OptionModel;
import dev.azulejo.ir.processor.model.PassModel;
import dev.azulejo.ir.spec.Rung;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Modifier;

/** Writes the factory of a pass, which hands it its options. */
public final class PassFactoryWriter {
  private static final TypeName OPTIONS =
      ParameterizedTypeName.get(ClassName.get(List.class), Names.PASS_OPTION);

  private static final ClassName RUNG = ClassName.get(Rung.class);

  private PassFactoryWriter() {}

  /** Writes one. */
  public static void write(Filer filer, PassModel pass) throws IOException {
    TypeSpec type =
        TypeSpec.classBuilder(pass.factoryName())
            .addOriginatingElement(pass.type())
            .addModifiers(Modifier.FINAL)
            .addSuperinterface(Names.PASS_FACTORY)
            .addField(options(pass))
            .addMethod(MethodSpec.constructorBuilder().build())
            .addMethod(returning("name", TypeName.get(String.class), "$S", pass.name()))
            .addMethod(returning("summary", TypeName.get(String.class), "$S", pass.summary()))
            .addMethod(returning("anchor", TypeName.get(String.class), "$S", pass.anchor()))
            .addMethod(returning("from", RUNG, "$T.$L", RUNG, pass.from()))
            .addMethod(returning("downTo", RUNG, "$T.$L", RUNG, pass.downTo()))
            .addMethod(returning("schedules", TypeName.BOOLEAN, "$L", pass.schedules()))
            .addMethod(returning("options", OPTIONS, "OPTIONS"))
            .addMethod(create(pass))
            .build();
    Sources.write(filer, pass.className().packageName(), type, pass.className().simpleName());
  }

  private static MethodSpec returning(
      String name, TypeName type, String format, Object... arguments) {
    return MethodSpec.methodBuilder(name)
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(type)
        .addStatement("return " + format, arguments)
        .build();
  }

  private static FieldSpec options(PassModel pass) {
    CodeBlock all =
        pass.options().stream()
            .map(option ->
                CodeBlock.of(
                    "\nnew $T($S, $L, $S, $S)",
                    Names.PASS_OPTION,
                    option.name(),
                    type(option),
                    option.defaultText(),
                    option.help()))
            .collect(CodeBlock.joining(","));
    return FieldSpec.builder(OPTIONS, "OPTIONS", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .initializer("$T.of($>$>$L$<$<)", List.class, all)
        .build();
  }

  private static CodeBlock type(OptionModel option) {
    return switch (option.kind()) {
      case BOOL -> CodeBlock.of("$T.BOOL", Names.PASS_OPTION);
      case INT -> CodeBlock.of("$T.INT", Names.PASS_OPTION);
      case LONG -> CodeBlock.of("$T.INTEGER", Names.PASS_OPTION);
      case TEXT -> CodeBlock.of("$T.TEXT", Names.PASS_OPTION);
      case LIST -> CodeBlock.of("$T.LIST", Names.PASS_OPTION);
      case WORD -> {
        CodeBlock words =
            option.words().stream()
                .map(word -> CodeBlock.of("$S", word))
                .collect(CodeBlock.joining(", "));
        yield CodeBlock.of("$T.oneOf($L)", Names.PASS_OPTION, words);
      }
    };
  }

  private static MethodSpec create(PassModel pass) {
    CodeBlock arguments =
        pass.optionsRecord() == null
            ? CodeBlock.of("")
            : CodeBlock.of(
                "new $T($>$>$L$<$<)",
                pass.optionsRecord(),
                pass.options().stream()
                    .map(option -> CodeBlock.of("\n$L", value(option)))
                    .collect(CodeBlock.joining(",")));
    return MethodSpec.methodBuilder("create")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(Names.PASS)
        .addParameter(Names.PASS_OPTIONS, "options")
        .addStatement("return new $T($L)", pass.className(), arguments)
        .build();
  }

  private static CodeBlock value(OptionModel option) {
    String name = option.name();
    return switch (option.kind()) {
      case BOOL -> CodeBlock.of("options.bool($S)", name);
      case INT -> CodeBlock.of("$T.toIntExact(options.integer($S))", Math.class, name);
      case LONG -> CodeBlock.of("options.integer($S)", name);
      case TEXT -> CodeBlock.of("options.text($S)", name);
      case LIST -> CodeBlock.of("options.list($S)", name);
      case WORD ->
          CodeBlock.of(
              "$T.valueOf(options.text($S).replace('-', '_').toUpperCase($T.ROOT))",
              option.type(),
              name,
              Locale.class);
    };
  }
}
