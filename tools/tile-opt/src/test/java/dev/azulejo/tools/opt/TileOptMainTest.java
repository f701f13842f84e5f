// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.tools.opt;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.lang.module.ResolvedModule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tool as a process, from the class path and from the module path. */
final class TileOptMainTest {
  private static final String MODULE = "dev.azulejo.tools.opt";
  private static final String MAIN = MODULE + ".TileOptMain";

  private static final String TWICE =
      """
      func.func @f(%a: i32) -> (i32, i32) {
        %0 = arith.muli %a, %a : i32
        %1 = arith.muli %a, %a : i32
        return %0, %1 : i32, i32
      }
      """;

  private static final String ONCE =
      """
      module {
        func.func @f(%arg0: i32) -> (i32, i32) {
          %0 = arith.muli %arg0, %arg0 : i32
          return %0, %0 : i32, i32
        }
      }

      """;

  @TempDir private Path folder;

  private Outcome fromClassPath(String input, String... args) {
    List<String> all = new ArrayList<>();
    all.addAll(List.of("-cp", JavaProcess.join(JavaProcess.classPath()), MAIN));
    all.addAll(List.of(args));
    return JavaProcess.run(folder, input, all);
  }

  @Test
  void runsFromClassPath() {
    assertThat(fromClassPath(TWICE, "--cse")).isEqualTo(new Outcome(0, ONCE, ""));
  }

  @Test
  void exitsWithItsStatus() {
    Outcome outcome = fromClassPath("func.func @gr\u00fcn( {");
    assertThat(outcome.status()).isOne();
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err())
        .startsWith("<stdin>:1:")
        .contains(": error: ", "\nfunc.func @gr\u00fcn( {\n");
  }

  /** Only the modules that the tool needs, and what binds itself to them as a service. */
  private static List<Path> modulePath() {
    Path[] everything =
        JavaProcess.classPath().stream()
            .filter(path -> !path.endsWith("test-classes"))
            .toArray(Path[]::new);
    List<Path> needed = new ArrayList<>();
    ModuleFinder finder = ModuleFinder.of(everything);
    Configuration resolved =
        ModuleLayer.boot().configuration().resolve(finder, ModuleFinder.of(), Set.of(MODULE));
    for (ResolvedModule module : resolved.modules()) {
      Optional<Path> place = module.reference().location().map(Path::of);
      place.ifPresent(needed::add);
    }
    return needed;
  }

  @Test
  void runsFromModulePath() {
    List<Path> path = modulePath();
    assertThat(ModuleFinder.of(path.toArray(Path[]::new)).findAll())
        .extracting(ModuleReference::descriptor)
        .extracting(module -> module.name())
        .contains(MODULE, "dev.azulejo.ir", "dev.azulejo.dialect.tile", "info.picocli");
    Outcome outcome =
        JavaProcess.run(
            folder,
            TWICE,
            List.of("-p", JavaProcess.join(path), "-m", MODULE + "/" + MAIN, "--cse", "-"));
    assertThat(outcome).isEqualTo(new Outcome(0, ONCE, ""));
  }
}
