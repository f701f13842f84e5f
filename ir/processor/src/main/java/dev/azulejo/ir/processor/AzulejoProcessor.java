// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.processor;

import dev.azulejo.ir.processor.model.DialectModel;
import dev.azulejo.ir.processor.model.OpModel;
import dev.azulejo.ir.processor.model.PassGroupModel;
import dev.azulejo.ir.processor.model.PassModel;
import dev.azulejo.ir.processor.validation.DialectReader;
import dev.azulejo.ir.processor.validation.OpReader;
import dev.azulejo.ir.processor.validation.PassReader;
import dev.azulejo.ir.processor.validation.Problems;
import dev.azulejo.ir.processor.writing.CasesWriter;
import dev.azulejo.ir.processor.writing.ImplWriter;
import dev.azulejo.ir.processor.writing.OpsWriter;
import dev.azulejo.ir.processor.writing.PassFactoryWriter;
import dev.azulejo.ir.processor.writing.PassModuleWriter;
import dev.azulejo.ir.processor.writing.PassReferenceWriter;
import dev.azulejo.ir.processor.writing.ReferenceWriter;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.PassDef;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.Diagnostic;

/**
 * Generates from declarations of operations and passes. For each class with {@code @OpDef} it
 * writes the class below it; for each package of them the class that finds schemas by name, the
 * interface with a method an operation, the reference and the examples. For each class with
 * {@code @PassDef} it writes the factory; for each package of them the Dagger module and the
 * reference.
 *
 * <p>Where a declaration is wrong, the error stands at the declaration. The order of files and what
 * is in them depend on names alone.
 */
public final class AzulejoProcessor extends AbstractProcessor {
  private final Map<String, String> packagesByDialect = new HashMap<>();

  /** Made by javac, which finds it as a service. */
  public AzulejoProcessor() {}

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of(OpDef.class.getCanonicalName(), PassDef.class.getCanonicalName());
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    try {
      generateOps(annotated(round, OpDef.class));
      generatePasses(annotated(round, PassDef.class));
    } catch (IOException e) {
      processingEnv
          .getMessager()
          .printMessage(Diagnostic.Kind.ERROR, "can't write what is generated: " + e.getMessage());
    }
    return false;
  }

  private void generateOps(List<TypeElement> types) throws IOException {
    Filer filer = processingEnv.getFiler();
    Problems problems = new Problems(processingEnv.getMessager());
    OpReader reader =
        new OpReader(processingEnv.getElementUtils(), processingEnv.getTypeUtils(), problems);
    List<OpModel> ops = new ArrayList<>();
    for (TypeElement type : types) {
      OpModel op = reader.read(type);
      if (op != null) {
        ops.add(op);
        ImplWriter.write(filer, op);
      }
    }
    for (DialectModel dialect : new DialectReader(problems, packagesByDialect).read(ops)) {
      OpsWriter.write(filer, dialect);
      CasesWriter.write(filer, dialect);
      ReferenceWriter.write(filer, dialect);
    }
  }

  private void generatePasses(List<TypeElement> types) throws IOException {
    Filer filer = processingEnv.getFiler();
    Problems problems = new Problems(processingEnv.getMessager());
    PassReader reader =
        new PassReader(processingEnv.getElementUtils(), processingEnv.getTypeUtils(), problems);
    for (PassGroupModel group : reader.read(types)) {
      for (PassModel pass : group.passes()) {
        PassFactoryWriter.write(filer, pass);
      }
      PassModuleWriter.write(filer, group);
      PassReferenceWriter.write(filer, group);
    }
  }

  private static List<TypeElement> annotated(
      RoundEnvironment round, Class<? extends Annotation> kind) {
    List<TypeElement> types =
        new ArrayList<>(ElementFilter.typesIn(round.getElementsAnnotatedWith(kind)));
    types.sort(Comparator.comparing(type -> type.getQualifiedName().toString()));
    return types;
  }
}
