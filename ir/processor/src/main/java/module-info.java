// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/** The annotation processor that generates from the declarations; javac alone uses it. */
module dev.azulejo.ir.processor {
  requires static org.jspecify;
  requires transitive java.compiler;
  requires com.palantir.javapoet;
  requires dev.azulejo.ir.spec;

  exports dev.azulejo.ir.processor;

  provides javax.annotation.processing.Processor with
      dev.azulejo.ir.processor.AzulejoProcessor;
}
