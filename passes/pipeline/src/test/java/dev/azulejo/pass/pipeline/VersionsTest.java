// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.dialect.pipeline.ForOp;
import dev.azulejo.dialect.pipeline.Schedule;
import dev.azulejo.dialect.tile.CopyOp;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many versions a buffer gets, and when it can have none. */
class VersionsTest {
  private static final String WRITE = "tile.copy %A[%j, %k] -> %As : G to S\n";
  private static final String READ = "tile.copy %As -> %C[%j, %k] : S to G\n";

  private static Versions versions(String body, String... places) {
    Kernel kernel = Kernel.loop(2, body);
    LoopBody loop = LoopBody.of(kernel.all(ForOp.class).getFirst());
    assertThat(loop.statements()).hasSameSizeAs(places);
    List<Schedule> schedule =
        Arrays.stream(places)
            .map(place -> place.split("/"))
            .map(p -> new Schedule(Long.parseLong(p[0]), Long.parseLong(p[1]), null))
            .toList();
    return Versions.of(loop, schedule);
  }

  private static long count(Versions versions) {
    assertThat(versions.buffers()).hasSizeLessThan(2);
    return versions.buffers().stream().mapToLong(versions::count).findAny().orElse(1);
  }

  @ParameterizedTest
  @CsvSource({
    // Definition and use, with the writer in front of the reader or behind it.
    "0, 1, true, 2",
    "0, 1, false, 1",
    "0, 2, true, 3",
    "0, 2, false, 2",
    "0, 3, false, 3",
    "1, 1, true, 1",
    "1, 3, true, 3",
  })
  void followTheDistance(int definition, int use, boolean writerFirst, long expected) {
    Versions versions =
        versions(
            WRITE + READ,
            definition + (writerFirst ? "/0" : "/1"),
            use + (writerFirst ? "/1" : "/0"));
    assertThat(count(versions)).isEqualTo(expected);
  }

  @Test
  void whatNobodyWritesHasOne() {
    assertThat(count(versions(READ, "3/0"))).isEqualTo(1);
  }

  @Test
  void regionsThatAreApartDoNotNeedOneMore() {
    // The early writer of the upper half meets no reader of it that comes behind.
    String halves =
        """
        tile.copy %A[%j, %k] -> %As[0, 0][64, 32] : G to S
        tile.copy %B[%j, %k] -> %As[64, 0][64, 32] : G to S
        tile.copy %As[0, 0][64, 32] -> %C[%j, %k] : S to G
        tile.copy %As[64, 0][64, 32] -> %C[%j, %k] : S to G
        """;
    assertThat(count(versions(halves, "0/1", "0/3", "1/0", "1/2"))).isEqualTo(1);
    String whole = halves.replace("%As[64, 0][64, 32] -> %C[%j, %k]", "%As -> %C[%j, %k]");
    assertThat(count(versions(whole, "0/1", "0/3", "1/0", "1/2"))).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // Two halves make a whole.
        "tile.copy %A[%j, 0] -> %As[0, 0][64, 32] : G to S"
            + " tile.copy %B[%j, 0] -> %As[64, 0][64, 32] : G to S"
            + " tile.copy %As -> %C[%j, 0] : S to G | 0/0 0/1 1/2 | yes",
        // A gap stays from before.
        "tile.copy %A[%j, 0] -> %As[0, 0][64, 32] : G to S"
            + " tile.copy %B[%j, 0] -> %As[65, 0][63, 32] : G to S"
            + " tile.copy %As -> %C[%j, 0] : S to G | 0/0 0/1 1/2 | no",
        // A part that is read is written.
        "tile.copy %A[%j, 0] -> %As[0, 0][64, 32] : G to S"
            + " tile.copy %As[8, 8][8, 8] -> %C[%j, 0] : S to G | 0/0 1/1 | yes",
        // The same computed row, and another one.
        "tile.copy %A[%j, 0] -> %As[%k, 0][1, 32] : G to S"
            + " tile.copy %As[%k, 0][1, 32] -> %C[%j, 0] : S to G | 0/0 1/1 | yes",
        "tile.copy %A[%j, 0] -> %As[%k, 0][1, 32] : G to S"
            + " tile.copy %As[%j, 0][1, 32] -> %C[%j, 0] : S to G | 0/0 1/1 | no",
        // A condition that holds for both, and one that holds for the writer alone.
        "scf.if %c { tile.copy %A[%j, 0] -> %As : G to S }"
            + " scf.if %c { tile.copy %As -> %C[%j, 0] : S to G } | 0/0 1/1 | yes",
        "scf.if %c { tile.copy %A[%j, 0] -> %As : G to S }"
            + " tile.copy %As -> %C[%j, 0] : S to G | 0/0 1/1 | no",
        // All points of a loop, transposed even, and all but the last ones.
        "tile.parallel (%r, %s) to (32, 128) {"
            + " %x = memref.load %A[%r, %s] : G  memref.store %x, %As[%s, %r] : S }"
            + " tile.copy %As -> %C[%j, 0] : S to G | 0/0 1/1 | yes",
        "tile.parallel (%r, %s) to (32, 127) {"
            + " %x = memref.load %A[%r, %s] : G  memref.store %x, %As[%s, %r] : S }"
            + " tile.copy %As -> %C[%j, 0] : S to G | 0/0 1/1 | no",
        "tile.parallel (%r, %s) to (128, 32) {"
            + " %x = memref.load %A[%r, %s] : G  memref.store %x, %As[%r, %c1] : S }"
            + " tile.copy %As -> %C[%j, 0] : S to G | 0/0 1/1 | no",
        // Read before it is written.
        "tile.copy %As -> %C[%j, 0] : S to G"
            + " tile.copy %A[%j, 0] -> %As : G to S | 1/1 0/0 | no",
      })
  void onlyWhatEachIterationWritesItselfHasVersions(String body, String places, String answer) {
    Versions versions =
        versions(
            body.replaceAll(" (tile|scf|memref)\\.", "\n$1.")
                .replace(" %x =", "\n%x =")
                .replace(" }", "\n}"),
            places.strip().split(" "));
    assertThat(versions.buffers()).hasSize(answer.strip().equals("yes") ? 1 : 0);
  }

  @Test
  void aBufferIsVersionedOnce() {
    Kernel kernel =
        Kernel.of(
            """
            %V = tile.alloc versions(2) : memref<2x128x32xf16, "shared">
            pipeline.for %k = 0 to 8 stages(2) {
              tile.copy %A[%j, %k] -> %V[0, 0, 0][1, 128, 32]
                  : G to memref<2x128x32xf16, "shared">
              tile.copy %V[0, 0, 0][1, 128, 32] -> %C[%j, %k]
                  : memref<2x128x32xf16, "shared"> to G
            }
            """);
    LoopBody loop = LoopBody.of(kernel.all(ForOp.class).getFirst());
    Versions versions =
        Versions.of(loop, List.of(new Schedule(0, 0, null), new Schedule(1, 1, null)));
    assertThat(versions.buffers()).isEmpty();
    CopyOp copy = (CopyOp) loop.statements().getFirst().op();
    assertThat(versions.refusal(copy.target())).isEqualTo("a buffer is versioned once");
  }

  @Test
  void aViewOfABufferKeepsItFromHavingVersions() {
    Kernel kernel =
        Kernel.loop(
            2,
            """
            tile.copy %A[%j, %k] -> %As : G to S
            %w = tile.view %As : S to memref<32x128xf16, "shared">
            tile.copy %w -> %C[%j, %k] : memref<32x128xf16, "shared"> to G
            """);
    LoopBody loop = LoopBody.of(kernel.all(ForOp.class).getFirst());
    Versions versions =
        Versions.of(loop, List.of(new Schedule(0, 0, null), new Schedule(1, 1, null)));
    assertThat(versions.buffers()).isEmpty();
    CopyOp copy = (CopyOp) loop.statements().getFirst().op();
    assertThat(versions.refusal(copy.target()))
        .isEqualTo("'tile.view' can't be moved to a version");
  }
}
