// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.processor.writing;

import com.palantir.javapoet.AnnotationSpec;
import dev.azulejo.ir.processor.model.Names;

/** Annotations on generated code. */
final class Annotations {
  /** May be null. */
  static final AnnotationSpec NULLABLE = AnnotationSpec.builder(Names.NULLABLE).build();

  private Annotations() {}
}
