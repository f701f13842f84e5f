// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.processor.writing;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.TypeVariableName;
import dev.azulejo.ir.processor.model.DialectModel;
import dev.azulejo.ir.processor.model.Names;
import dev.azulejo.ir.processor.model.OpModel;
import java.io.IOException;
import java.util.Locale;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Modifier;

/** Writes the interface with one method an operation, for code that must know them all. */
public final class CasesWriter {
  private static final TypeVariableName RESULT = TypeVariableName.get("R");

  private CasesWriter() {}

  /** Writes one. */
  public static void write(Filer filer, DialectModel dialect) throws IOException {
    TypeSpec.Builder type =
        TypeSpec.interfaceBuilder(dialect.generated("Cases"))
            .addJavadoc(
                """
                Says something of each operation of the dialect {@code $L}; with another
                operation, what implements this no longer compiles.

                @param <R> what it says
                """,
                dialect.name())
            .addTypeVariable(RESULT);
    if (dialect.isPublic()) {
      type.addModifiers(Modifier.PUBLIC);
    }
    for (OpModel op : dialect.ops()) {
      type.addOriginatingElement(op.type());
      type.addMethod(
          MethodSpec.methodBuilder(methodName(op))
              .addJavadoc("Of {@code $L}.\n", op.name())
              .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
              .returns(RESULT)
              .addParameter(op.className(), "op")
              .build());
    }
    type.addMethod(
        MethodSpec.methodBuilder("other")
            .addJavadoc("Of an operation of another dialect.\n")
            .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
            .returns(RESULT)
            .addParameter(Names.OPERATION, "op")
            .build());
    type.addMethod(apply(dialect));
    Sources.write(
        filer, dialect.packageName(), type.build(), "the operations of " + dialect.name());
  }

  private static MethodSpec apply(DialectModel dialect) {
    CodeBlock.Builder code = CodeBlock.builder().add("return switch (op) {\n$>");
    for (OpModel op : dialect.ops()) {
      code.add("case $T it -> $L(it);\n", op.className(), methodName(op));
    }
    code.add("default -> other(op);\n$<};\n");
    return MethodSpec.methodBuilder("apply")
        .addJavadoc("Calls the method of the operation's kind.\n")
        .addModifiers(Modifier.PUBLIC, Modifier.DEFAULT)
        .returns(RESULT)
        .addParameter(Names.OPERATION, "op")
        .addCode(code.build())
        .build();
  }

  private static String methodName(OpModel op) {
    String name = op.className().simpleName();
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }
}
