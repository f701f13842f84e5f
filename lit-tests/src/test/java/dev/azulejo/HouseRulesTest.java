// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every compiled class of the house keeps to; {@link SourceRulesTest} reads the sources. */
class HouseRulesTest {

  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.azulejo");

  /** What a rung may use that stands on nothing. */
  private static final String NOTHING = "java.. javax.. org.jspecify.annotations..";

  /** The ladder: each rung's packages, what it may use of the rungs below, and its libraries. */
  private enum Rung {
    SPEC("dev.azulejo.ir.spec..", NOTHING),
    PROCESSOR("dev.azulejo.ir.processor..", SPEC.allowed, "com.palantir.javapoet.."),
    LAYOUT("dev.azulejo.ir.layout..", NOTHING, "org.eclipse.collections.."),
    IR("dev.azulejo.ir..", SPEC.allowed, "org.eclipse.collections..") {
      @Override
      boolean holds(JavaClass type) {
        return super.holds(type)
            && !SPEC.holds(type)
            && !PROCESSOR.holds(type)
            && !LAYOUT.holds(type);
      }
    },
    DIALECTS("dev.azulejo.dialect..", IR.allowed),
    PASSES(
        "dev.azulejo.pass..", DIALECTS.allowed, "dagger..", "jakarta.inject..", "javax.inject.."),
    SIMULATOR("dev.azulejo.simulator..", PASSES.allowed),
    CUDA_CODEGEN("dev.azulejo.cuda.codegen..", DIALECTS.allowed),
    CATALOG("dev.azulejo.catalog..", SIMULATOR.allowed),
    BINDINGS("dev.azulejo.bindings..", NOTHING),
    CUDA_RUNTIME("dev.azulejo.cuda.runtime..", BINDINGS.allowed),
    CUDA_FAKE("dev.azulejo.cuda.fake..", BINDINGS.allowed),
    TESTING("dev.azulejo.testing..", NOTHING, "org.junit.."),
    FILECHECK("dev.azulejo.filecheck..", NOTHING),
    TOOL("dev.azulejo.tool..", NOTHING),
    LIT("dev.azulejo.lit..", FILECHECK.allowed, TOOL.allowed, "picocli.."),
    TOOLS(
        "dev.azulejo.tools..",
        CATALOG.allowed,
        CUDA_CODEGEN.allowed,
        CUDA_RUNTIME.packages,
        TOOL.allowed,
        "picocli..");

    final String packages;

    /** Package patterns with blanks between: an enum's fields do not change. */
    final String allowed;

    Rung(String packages, String below, String... libraries) {
      this.packages = packages;
      this.allowed = String.join(" ", packages, below, String.join(" ", libraries)).strip();
    }

    boolean holds(JavaClass type) {
      return resideInAnyPackage(packages).test(type);
    }
  }

  @Test
  void classesOfTheHouseAreOnTheClassPath() {
    assertThat(HOUSE.contain("dev.azulejo.ir.Operation")).isTrue();
    assertThat(HOUSE.contain("dev.azulejo.HouseRulesTest")).isFalse();
  }

  @Test
  void everyClassStandsOnARung() {
    assertThat(HOUSE)
        .allSatisfy(type ->
            assertThat(Rung.values()).as(type.getFullName()).anyMatch(rung -> rung.holds(type)));
  }

  @ParameterizedTest
  @EnumSource
  void usesOnlyWhatStandsBelow(Rung rung) {
    check(
        classes()
            .that(describe("stand on " + rung, rung::holds))
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(rung.allowed.split(" ")));
  }

  @Test
  void packagesHaveNoCircles() {
    check(slices().assignedFrom(new Packages()).should().beFreeOfCycles());
  }

  @Test
  void onlyMainsTouchTheProcess() {
    check(
        noClasses()
            .that(not(simpleNameEndingWith("Main")))
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .accessField(System.class, "in")
            .orShould()
            .callMethod(System.class, "exit", int.class));
  }

  @Test
  void irDialectsAndPassesDoNotReflect() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage("dev.azulejo.ir..", "dev.azulejo.dialect..", "dev.azulejo.pass..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.lang.reflect..")
            .orShould()
            .callMethod(Class.class, "forName", String.class)
            .orShould()
            .callMethod(Class.class, "forName", String.class, boolean.class, ClassLoader.class));
  }

  @Test
  void onlyBindingsLeaveThePlatform() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("dev.azulejo.bindings..")
            .should()
            .callMethodWhere(
                describe(
                    "the method is restricted",
                    call -> {
                      String name = call.getTarget().getName();
                      return call.getTargetOwner().getPackageName().equals("java.lang.foreign")
                          && (name.equals("libraryLookup")
                              || name.equals("downcallHandle")
                              || name.equals("upcallStub")
                              || name.equals("reinterpret"));
                    })));
  }

  @Test
  void stateIsPassedAndNeverStatic() {
    check(fields().that().areStatic().should().beFinal());
  }

  @Test
  void stateIsPassedAndNeverOfAThread() {
    check(noClasses().should().dependOnClassesThat().areAssignableTo(ThreadLocal.class));
  }

  private static void check(ArchRule rule) {
    // A module that is still empty breaks no rule.
    rule.allowEmptyShould(true).check(HOUSE);
  }

  /** Each package by its full name; circles between modules would be Maven's to refuse. */
  private static final class Packages implements SliceAssignment {
    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
      return SliceIdentifier.of(type.getPackageName());
    }

    @Override
    public String getDescription() {
      return "packages";
    }
  }
}
