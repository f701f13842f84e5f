// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.processor.writing;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.azulejo.ir.processor.model.Names;
import dev.azulejo.ir.processor.model.OpModel;
import java.io.IOException;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Modifier;

/** Writes the class below an operation's class: its schema, its accessors, its builder. */
public final class ImplWriter {
  private ImplWriter() {}

  /** Writes one. */
  public static void write(Filer filer, OpModel op) throws IOException {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(op.implName())
            .addOriginatingElement(op.type())
            .addModifiers(Modifier.FINAL)
            .superclass(op.className())
            .addField(SchemaWriter.field(op))
            .addMethod(MethodSpec.constructorBuilder().build())
            .addMethod(at(op));
    AccessorWriter.methods(op.signature()).forEach(type::addMethod);
    Sources.write(filer, op.className().packageName(), type.build(), op.className().simpleName());
  }

  private static MethodSpec at(OpModel op) {
    ClassName self = op.className();
    return MethodSpec.methodBuilder("at")
        .addModifiers(Modifier.STATIC)
        .returns(ParameterizedTypeName.get(Names.OP_BUILDER, self))
        .addParameter(Names.INSERTER, "at")
        .addStatement(CodeBlock.of("return new $T<>(at, SCHEMA, $T.class)", Names.OP_BUILDER, self))
        .build();
  }
}
