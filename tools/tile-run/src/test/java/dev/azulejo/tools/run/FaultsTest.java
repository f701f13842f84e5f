// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.tools.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a program is a diagnostic with a place, and status 1. */
final class FaultsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          func.func @f( { | 1:15: error:
          func.func @f() { "x.y"() : () -> () return } | error:
          func.func private @f() | 1:1: error: there is no public function to run
          func.func @f() { return } func.func @g() { return }\
           | 1:27: error: which function is to run? Choose with --entry from @f, @g
          func.func @f(%a: i32) { return } | 1:14: error: 'a' needs a value: give --input=a=VALUE
          func.func @f(%a: memref<?xf32>) { return }\
           | 1:14: error: 'a' has a shape that only the caller knows: give --shape=a=SIZES
          func.func @f(%a: memref<4xi7>) { return }\
           | 1:14: error: there are no data for an argument of type 'memref<4xi7>'
          func.func @f(%a: memref<4xf32, strided<[2]>>) { return }\
           | 1:14: error: there are no data for an argument of type 'memref<4xf32, strided<[2]>>'
          func.func @f(%a: memref<70000x70000xf32>) { return }\
           | 1:14: error: 'a' takes more than 1073741824 bytes
          func.func @f(%a: i32 {tile.data = "Q(1)"}) { return }\
           | 1:14: error: tile.data: unknown generator 'Q'
          func.func @f() attributes {tile.reference = @g} { return }\
           | 1:1: error: has no reference '@g'
          func.func @f() attributes {tile.reference = @f} { return }\
           | 1:1: error: is its own reference
          func.func @f() attributes {tile.reference = @g} { return } func.func private @g(%x: i32)\
           | 1:1: error: is of type '() -> ()', but its reference is of type '(i32) -> ()'
          func.func @f() { %z = arith.constant 0 : i32 %d = arith.divsi %z, %z : i32 return }\
           | 1:51: error: divides by zero
          """)
  void faultsHavePlaces(String text, String message) {
    Ran ran = Ran.of(text);
    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.err()).contains("<stdin>:").contains(message);
  }

  @ParameterizedTest
  @CsvSource({
    "--on=hip, running it with '--on=hip' is not here yet; '--on=simulator' and '--on=cuda' are",
    "--input=0=Q, `--input=x: unknown generator 'Q'`",
    "--input=x=missing.npy, 'missing.npy' for 'x' can't be read: missing.npy",
    "--max-steps=5, the run takes more than 5 steps"
  })
  void whatCanNotBeDoneHasAPlace(String argument, String message) {
    String text =
        """
        func.func @f(%x: memref<4xf32>) {
          tile.launch grid(%b = 10) threads(32) {
          }
          return
        }
        """;
    Ran ran = Ran.of(text, argument);
    assertThat(ran.status()).as(ran.err()).isEqualTo(1);
    assertThat(ran.err()).contains("<stdin>:").contains(message.replace("`", ""));
  }

  @Test
  void aFileThatIsNoArrayOfTheRightTypeIsRefused(@TempDir Path folder) throws Exception {
    Files.write(folder.resolve("x.npy"), "nonsense".getBytes(StandardCharsets.UTF_8));
    String text = "func.func @f(%x: memref<4xf32>) { return }";
    assertThat(Ran.in(folder, text, "--input=x=x.npy").err())
        .contains("1:14: error: 'x.npy' for 'x' is refused: not a .npy file");
  }

  @Test
  void bytesThatAreNoTextAreRefused(@TempDir Path folder) throws Exception {
    Files.write(folder.resolve("x.tir"), new byte[] {'a', (byte) 0xff, (byte) 0xfe});
    Ran ran = Ran.in(folder, "", "x.tir");
    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.err()).contains("x.tir:1:2: error: invalid UTF-8");
  }

  @Test
  void aRaceShowsBothPlaces() {
    Ran ran =
        Ran.of(
            """
            func.func @f(%A: memref<4xf32> {tile.data = "iota"}, %B: memref<4xf32>) {
              tile.launch grid(%b = 1) threads(32) {
                %s = tile.alloc : memref<4xf32, "shared">
                tile.async_copy %A[0] -> %s : memref<4xf32> to memref<4xf32, "shared">
                pipeline.commit_group
                pipeline.wait_group 1
                tile.copy %s -> %B[0] : memref<4xf32, "shared"> to memref<4xf32>
              }
              return
            }
            """);
    assertThat(ran)
        .isEqualTo(
            new Ran(
                1,
                "",
                """
                <stdin>:7:5: error: race: reads what an asynchronous copy is still bringing
                    tile.copy %s -> %B[0] : memref<4xf32, "shared"> to memref<4xf32>
                    ^
                <stdin>:4:5: note: the copy began here, and no wait covers it yet
                    tile.async_copy %A[0] -> %s : memref<4xf32> to memref<4xf32, "shared">
                    ^
                """));
  }
}
