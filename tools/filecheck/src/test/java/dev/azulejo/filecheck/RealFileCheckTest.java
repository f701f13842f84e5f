// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

package dev.azulejo.filecheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Compares our FileCheck with LLVM's, version 22, where that is installed. */
final class RealFileCheckTest {
  private static final List<Path> PLACES =
      List.of(Path.of("/usr/lib/llvm-22/bin/FileCheck"), Path.of("/usr/bin/FileCheck-22"));
  private static final int GENERATED = 250;
  private static final long SEED = 20;

  @TempDir private Path directory;

  @TestFactory
  Stream<DynamicTest> agreesOnWrittenCases() {
    return tests(CheckCases.written());
  }

  @TestFactory
  Stream<DynamicTest> agreesOnGeneratedCases() {
    var random = new Random(SEED);
    var cases = new ArrayList<CheckCase>();
    for (int i = 0; i < GENERATED; i++) {
      cases.add(CheckCases.generated(random));
    }
    return tests(cases);
  }

  private Stream<DynamicTest> tests(List<CheckCase> cases) {
    Optional<Path> installed = PLACES.stream().filter(Files::isExecutable).findFirst();
    assumeTrue(installed.isPresent(), "FileCheck of LLVM 22 is not installed");
    Path real = installed.get();
    return cases.stream()
        .map(test -> DynamicTest.dynamicTest(test.toString(), () -> compare(real, test)));
  }

  private void compare(Path real, CheckCase test) throws IOException, InterruptedException {
    FileCheckRun theirs = FileCheckRun.real(real, test, directory);
    FileCheckRun ours = FileCheckRun.ours(test, directory);
    assertThat(ours.status()).as("status, with%n%s", theirs.messages()).isEqualTo(theirs.status());
    assertThat(ours.firstLine()).isEqualTo(theirs.firstLine());
    assertThat(comparable(ours.messages())).isEqualTo(comparable(theirs.messages()));
  }

  /** Leaves out an empty line at the end, and where the program repeats its command line. */
  private static String comparable(String messages) {
    return messages.replaceAll("(?m)^FileCheck command line:.*$", "").strip();
  }
}
