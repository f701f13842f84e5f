// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.processor.writing;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.azulejo.ir.processor.model.Names;
import dev.azulejo.ir.processor.model.PassGroupModel;
import dev.azulejo.ir.processor.model.PassModel;
import java.io.IOException;
import java.util.Locale;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Modifier;

/** Writes the Dagger module that binds the passes of a package by their names. */
public final class PassModuleWriter {
  private PassModuleWriter() {}

  /** Writes one. */
  public static void write(Filer filer, PassGroupModel group) throws IOException {
    TypeSpec.Builder type =
        TypeSpec.interfaceBuilder(group.moduleName())
            .addJavadoc("The passes of this package, by name.\n")
            .addAnnotation(Names.DAGGER_MODULE)
            .addModifiers(Modifier.PUBLIC);
    for (PassModel pass : group.passes()) {
      type.addOriginatingElement(pass.type());
      type.addMethod(
          MethodSpec.methodBuilder(methodName(pass))
              .addJavadoc("Makes {@link $T}.\n", pass.className())
              .addAnnotation(Names.DAGGER_PROVIDES)
              .addAnnotation(Names.DAGGER_INTO_MAP)
              .addAnnotation(
                  AnnotationSpec.builder(Names.DAGGER_STRING_KEY)
                      .addMember("value", "$S", pass.name())
                      .build())
              .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
              .returns(Names.PASS_FACTORY)
              .addStatement("return new $T()", pass.factoryName())
              .build());
    }
    Sources.write(filer, group.packageName(), type.build(), "the passes of " + group.packageName());
  }

  private static String methodName(PassModel pass) {
    String name = pass.className().simpleName();
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }
}
