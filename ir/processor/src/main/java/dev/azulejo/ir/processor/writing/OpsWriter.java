// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.processor.writing;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.azulejo.ir.processor.model.DialectModel;
import dev.azulejo.ir.processor.model.Names;
import dev.azulejo.ir.processor.model.OpModel;
import java.io.IOException;
import java.util.List;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Modifier;

/** Writes the class that finds the schemas of a dialect by name. */
public final class OpsWriter {
  private static final TypeName TEXTS = ParameterizedTypeName.get(List.class, String.class);

  private OpsWriter() {}

  /** Writes one. */
  public static void write(Filer filer, DialectModel dialect) throws IOException {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(dialect.generated("Ops"))
            .addJavadoc("The operations of the dialect {@code $L}.\n", dialect.name())
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .addField(names(dialect))
            .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build())
            .addMethod(find(dialect))
            .addMethod(
                MethodSpec.methodBuilder("names")
                    .addJavadoc("The names without the dialect, sorted.\n")
                    .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                    .returns(TEXTS)
                    .addStatement("return NAMES")
                    .build());
    dialect.ops().forEach(op -> type.addOriginatingElement(op.type()));
    Sources.write(
        filer, dialect.packageName(), type.build(), "the operations of " + dialect.name());
  }

  private static FieldSpec names(DialectModel dialect) {
    CodeBlock names =
        dialect.ops().stream()
            .map(op -> CodeBlock.of("\n$S", op.mnemonic()))
            .collect(CodeBlock.joining(","));
    return FieldSpec.builder(TEXTS, "NAMES", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .initializer("$T.of($>$>$L$<$<)", List.class, names)
        .build();
  }

  private static MethodSpec find(DialectModel dialect) {
    CodeBlock.Builder code = CodeBlock.builder().add("return switch (mnemonic) {\n$>");
    for (OpModel op : dialect.ops()) {
      code.add("case $S -> $T.SCHEMA;\n", op.mnemonic(), op.implName());
    }
    code.add("default -> null;\n$<};\n");
    return MethodSpec.methodBuilder("find")
        .addJavadoc("The schema of a name without the dialect, or null.\n")
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .returns(Names.OP_SCHEMA.annotated(Annotations.NULLABLE))
        .addParameter(String.class, "mnemonic")
        .addCode(code.build())
        .build();
  }
}
