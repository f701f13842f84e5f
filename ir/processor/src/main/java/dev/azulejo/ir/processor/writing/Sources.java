// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.processor.writing;

import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Element;
import javax.tools.StandardLocation;

/** Writes classes and resources, each of which names the elements that it comes from. */
final class Sources {
  private Sources() {}

  /** Writes a class; {@code type} names the elements that it comes from. */
  static void write(Filer filer, String packageName, TypeSpec type, String origin)
      throws IOException {
    JavaFile.builder(packageName, type)
        .addFileComment("Generated from $L. Do not edit.", origin)
        .skipJavaLangImports(true)
        .indent("  ")
        .build()
        .writeTo(filer);
  }

  /** Writes a resource that lies beside the classes. */
  static void write(Filer filer, String path, String text, List<? extends Element> origins)
      throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try (var out =
        filer
            .createResource(
                StandardLocation.CLASS_OUTPUT, "", path, origins.toArray(Element[]::new))
            .openOutputStream()) {
      out.write(bytes);
    }
  }
}
