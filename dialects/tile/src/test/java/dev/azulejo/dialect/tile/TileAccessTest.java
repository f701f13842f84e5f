// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.tile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.ir.Operation;
import dev.azulejo.ir.access.Access;
import dev.azulejo.ir.access.Accesses;
import dev.azulejo.ir.access.BufferRegion;
import dev.azulejo.ir.access.Offset;
import dev.azulejo.ir.access.Rebasable;
import dev.azulejo.ir.text.PrintOptions;
import dev.azulejo.ir.text.Printer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each operation reads and writes, by which path, and when that is over. */
class TileAccessTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "tile.copy %A[%i, 32] -> %s : memref<256x128xf16> to S"
            + "| read global[?+128, 32+32] generic; write shared[0+128, 0+32] generic",
        "tile.copy %s[0, 16] -> %f[8, 0][120, 16] : S to F"
            + "| read shared[0+120, 16+16] generic; write fragment[8+120, 0+16] register",
        "tile.async_copy %A[%i, 0] -> %s : memref<256x128xf16> to S"
            + "| read global[?+128, 0+32] generic async_group;"
            + " write shared[0+128, 0+32] generic async_group; write asynchronous copies",
        "tile.atomic_add %f[0, 0][128, 32] -> %A[%i, 0] : F to memref<256x128xf16>"
            + "| read fragment[0+128, 0+32] register; read global[?+128, 0+32] generic;"
            + " write global[?+128, 0+32] generic",
        "tile.atomic_max %f[0, 0][128, 32] -> %A[%i, 0] : F to memref<256x128xf16>"
            + "| read fragment[0+128, 0+32] register; read global[?+128, 0+32] generic;"
            + " write global[?+128, 0+32] generic",
        "tile.atomic_min %s -> %t : S to S"
            + "| read shared[0+128, 0+32] generic; read shared[0+128, 0+32] generic;"
            + " write shared[0+128, 0+32] generic",
        "tile.fill %f[%i, 0][1, 128], %x : F | write fragment[?+1, 0+128] register",
        "tile.fill %s[0, 0][8, 8], %h : S | write shared[0+8, 0+8] generic",
        "tile.gemm %s, %t, %f {transpose_b} : S, S, F"
            + "| read shared[0+128, 0+32] generic; read shared[0+128, 0+32] generic;"
            + " read fragment[0+128, 0+128] register; write fragment[0+128, 0+128] register",
        "tile.gemm %s, %t, %f clear(%c) {transpose_b} : S, S, F"
            + "| read shared[0+128, 0+32] generic; read shared[0+128, 0+32] generic;"
            + " read fragment[0+128, 0+128] register; write fragment[0+128, 0+128] register",
        "tile.gemm %s, %t, %f {instruction = \"wgmma\", transpose_b} : S, S, F"
            + "| read shared[0+128, 0+32] async; read shared[0+128, 0+32] async;"
            + " read fragment[0+128, 0+128] register; write fragment[0+128, 0+128] register",
        "tile.gemm %f, %s[0, 0][128, 32], %f[0, 0][128, 32] {asynchronous} : F, S, F"
            + "| read fragment[0+128, 0+128] register matrix_group;"
            + " read shared[0+128, 0+32] async matrix_group;"
            + " read fragment[0+128, 0+32] register matrix_group;"
            + " write fragment[0+128, 0+32] register matrix_group",
        "tile.gemm_sp %s, %meta, %tall, %f : S, E, K, F"
            + "| read shared[0+128, 0+32] generic; read shared[0+128, 0+8] generic;"
            + " read shared[0+64, 0+128] generic;"
            + " read fragment[0+128, 0+128] register; write fragment[0+128, 0+128] register",
        "tile.gemm_sp %s[0, %i][128, 16], %meta[0, %i][128, 4], %tall[32, 0][32, 64], %f[%i, 0][128, 64]"
            + " clear(%c) : S, E, K, F"
            + "| read shared[0+128, ?+16] generic; read shared[0+128, ?+4] generic;"
            + " read shared[32+32, 0+64] generic;"
            + " read fragment[?+128, 0+64] register; write fragment[?+128, 0+64] register",
        "tile.gemm_sp %s, %meta, %tall, %f {instruction = \"wgmma.sp\"} : S, E, K, F"
            + "| read shared[0+128, 0+32] async; read shared[0+128, 0+8] generic;"
            + " read shared[0+64, 0+128] async;"
            + " read fragment[0+128, 0+128] register; write fragment[0+128, 0+128] register",
        "tile.tma_copy %A[%i, 0] -> %s barrier(%bar[%i]) : memref<256x128xf16> to S, !barrier.array<1>"
            + "| read global[?+128, 0+32] async barrier; write shared[0+128, 0+32] async barrier;"
            + " write barriers[?+1] generic",
        "tile.tma_store %f -> %A[%i, 0] through(%stage)"
            + " : F to memref<256x128xf16>, memref<2x128x64xf16, \"shared\">"
            + "| read fragment[0+128, 0+128] register; write shared[0+2, 0+128, 0+64] generic;"
            + " read shared[0+2, 0+128, 0+64] async async_group;"
            + " write global[?+128, 0+128] async async_group",
        "tile.im2col %X[%i, %i] -> %s kernel(3) stride(1) dilation(1) padding(1) : X to S"
            + "| read global generic; write shared[0+128, 0+32] generic",
        "tile.im2col %X[%i, %i] -> %s[0, 0][64, 32] kernel(3) stride(2) dilation(1) padding(0)"
            + " {asynchronous} : X to S"
            + "| read global generic async_group; write shared[0+64, 0+32] generic async_group;"
            + " write asynchronous copies",
        "tile.im2col %X[%i, %i] -> %s kernel(3) stride(1) dilation(1) padding(1)"
            + " barrier(%bar[%i]) : X to S, !barrier.array<1>"
            + "| read global async barrier; write shared[0+128, 0+32] async barrier;"
            + " write barriers[?+1] generic",
        "tile.reduce max %f -> %v dim(1) : F to V"
            + "| read fragment[0+128, 0+128] register; write fragment[0+128] register",
        "tile.reduce max %f -> %v dim(1) accumulate : F to V"
            + "| read fragment[0+128, 0+128] register; read fragment[0+128] register;"
            + " write fragment[0+128] register",
        "tile.scan sum %s -> %f[0, 0][128, 32] dim(1) reverse : S to F"
            + "| read shared[0+128, 0+32] generic; write fragment[0+128, 0+32] register",
        "tile.scan max %v -> %v dim(0) : V to V"
            + "| read fragment[0+128] register; write fragment[0+128] register",
        "tile.transpose %f[0, %i][128, 8] -> %f[0, 0][8, 128] : F to F"
            + "| read fragment[0+128, ?+8] register; write fragment[0+8, 0+128] register",
        "%q = tile.alloc : S | allocate shared generic",
        "%q = tile.view %s : S to memref<4096xi16, \"shared\"> | ''",
        "tile.parallel (%a) to (4) { tile.fill %v, %x : V } | write fragment[0+128] register",
        "tile.launch grid(%a = 4) threads(32) { tile.fill %v, %x : V }"
            + "| write fragment[0+128] register",
      })
  void says(String body, String accesses) {
    Accesses found = Accesses.of(TileText.last(spelledOut(body)));
    assertThat(found.unknown()).isFalse();
    StringJoiner words = new StringJoiner("; ");
    found.all().forEach(access -> words.add(describe(access)));
    assertThat(words.toString()).isEqualTo(accesses.strip().replace("''", ""));
  }

  @Test
  void regionsOfOneBufferConflictUnlessTheyAreApart() {
    BufferRegion upper = writeOf("tile.copy %A[0, 0] -> %s[0, 0][64, 32]");
    BufferRegion lower =
        new BufferRegion(upper.buffer(), List.of(Offset.of(64), Offset.of(0)), List.of(64L, 32L));
    BufferRegion middle =
        new BufferRegion(upper.buffer(), List.of(Offset.of(63), Offset.of(0)), List.of(2L, 32L));
    assertThat(upper.mayConflict(lower)).isFalse();
    assertThat(upper.mayConflict(middle)).isTrue();
    assertThat(lower.mayConflict(middle)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "tile.copy %A[%i, 32] -> %s : memref<256x128xf16> to S"
            + "| tile.copy %arg0[%arg2, 32] -> %shared_5[%arg2, 0, 0][1, 128, 32] :"
            + " memref<256x128xf16> to memref<3x128x32xf16, \"shared\">",
        "tile.async_copy %A[%i, 32] -> %s[0, %i][64, 8] : memref<256x128xf16> to S"
            + "| tile.async_copy %arg0[%arg2, 32] -> %shared_5[%arg2, 0, %arg2][1, 64, 8] :"
            + " memref<256x128xf16> to memref<3x128x32xf16, \"shared\">",
        "tile.copy %s -> %s : S to S"
            + "| tile.copy %shared_5[%arg2, 0, 0] -> %shared_5[%arg2, 0, 0][1, 128, 32] :"
            + " memref<3x128x32xf16, \"shared\"> to memref<3x128x32xf16, \"shared\">",
        "tile.tma_copy %A[%i, 32] -> %s barrier(%bar[%i]) : memref<256x128xf16> to S,"
            + " !barrier.array<1>"
            + "| tile.tma_copy %arg0[%arg2, 32] -> %shared_5[%arg2, 0, 0][1, 128, 32]"
            + " barrier(%barrier[%arg2]) : memref<256x128xf16> to"
            + " memref<3x128x32xf16, \"shared\">, !barrier.array<1>",
        "tile.atomic_add %s -> %t : S to S"
            + "| tile.atomic_add %shared_5[%arg2, 0, 0] -> %shared_0 :"
            + " memref<3x128x32xf16, \"shared\"> to memref<128x32xf16, \"shared\">",
        "tile.fill %s, %h : S"
            + "| tile.fill %shared_5[%arg2, 0, 0][1, 128, 32], %arg5 :"
            + " memref<3x128x32xf16, \"shared\">",
        "tile.gemm %s, %t, %f {transpose_b} : S, S, F"
            + "| tile.gemm %shared_5[%arg2, 0, 0][1, 128, 32], %shared_0, %fragment"
            + " {transpose_b} : memref<3x128x32xf16, \"shared\">, memref<128x32xf16, \"shared\">,"
            + " memref<128x128xf32, \"fragment\">",
        "tile.reduce sum %s -> %t[0, 0][128, 1] dim(1) : S to S"
            + "| tile.reduce sum %shared_5[%arg2, 0, 0][1, 128, 32] ->"
            + " %shared_0[0, 0][128, 1] dim(2) : memref<3x128x32xf16, \"shared\"> to"
            + " memref<128x32xf16, \"shared\">",
        "tile.reduce sum %t -> %s[0, %i][128, 1] dim(1) accumulate : S to S"
            + "| tile.reduce sum %shared_0 -> %shared_5[%arg2, 0, %arg2][1, 128, 1] dim(1)"
            + " accumulate : memref<128x32xf16, \"shared\"> to memref<3x128x32xf16, \"shared\">",
        "tile.gemm_sp %s, %meta, %tall, %f : S, E, K, F"
            + "| tile.gemm_sp %shared_5[%arg2, 0, 0][1, 128, 32], %shared_1, %shared_2, %fragment :"
            + " memref<3x128x32xf16, \"shared\">, memref<128x8xi8, \"shared\">,"
            + " memref<64x128xf16, \"shared\">, memref<128x128xf32, \"fragment\">",
        "tile.im2col %X[%i, %i] -> %s kernel(3) stride(1) dilation(1) padding(1)"
            + " barrier(%bar[%i]) {instruction = \"tma\"} : X to S, !barrier.array<1>"
            + "| tile.im2col %arg6[%arg2, %arg2] -> %shared_5[%arg2, 0, 0][1, 128, 32] kernel(3)"
            + " stride(1) dilation(1) padding(1) barrier(%barrier[%arg2]) {instruction = \"tma\"} :"
            + " memref<2x16x16x32xf16> to memref<3x128x32xf16, \"shared\">, !barrier.array<1>",
        "tile.scan prod %s -> %s dim(0) : S to S"
            + "| tile.scan prod %shared_5[%arg2, 0, 0][1, 128, 32] -> %shared_5[%arg2, 0, 0][1, 128, 32]"
            + " dim(1) : memref<3x128x32xf16, \"shared\"> to memref<3x128x32xf16, \"shared\">",
        "tile.transpose %f[0, 0][32, 128] -> %s : F to S"
            + "| tile.transpose %fragment[0, 0][32, 128] -> %shared_5[%arg2, 0, 0][1, 128, 32] :"
            + " memref<128x128xf32, \"fragment\"> to memref<3x128x32xf16, \"shared\">",
      })
  void movesToAVersion(String body, String expected) {
    Operation version =
        TileText.last(
            "%q = tile.alloc versions(3) : memref<3x128x32xf16, \"shared\">\n" + spelledOut(body));
    Operation alloc = Objects.requireNonNull(version.previous());
    Operation function = Objects.requireNonNull(version.parentOp());
    Operation first = Objects.requireNonNull(function.region(0).entry().first());
    ((Rebasable) version)
        .rebase(
            first.result(0), alloc.result(0), Offset.of(function.region(0).entry().argument(2)));
    assertThat(TileText.problemsOf(function)).isEmpty();
    assertThat(Printer.print(function, PrintOptions.DEFAULT)).contains(expected.strip());
  }

  private static BufferRegion writeOf(String copy) {
    Operation op = TileText.last(spelledOut(copy + " : memref<256x128xf16> to S"));
    return Objects.requireNonNull(Accesses.of(op).writes().getFirst().region());
  }

  private static String describe(Access access) {
    StringBuilder text = new StringBuilder();
    text.append(word(access.mode())).append(' ');
    switch (access.target()) {
      case Access.Resource resource -> text.append(resource.name());
      case BufferRegion region -> {
        Space space = Space.of(region.buffer());
        text.append(space == null ? "barriers" : word(space));
        if (!region.isWhole()) {
          StringJoiner ranges = new StringJoiner(", ", "[", "]");
          for (int i = 0; i < region.sizes().size(); i++) {
            Long start = region.offsets().get(i).constant();
            ranges.add((start == null ? "?" : start) + "+" + region.sizes().get(i));
          }
          text.append(ranges);
        }
        text.append(' ').append(word(access.proxy()));
      }
    }
    if (access.completion() != Access.Completion.AT_ONCE) {
      text.append(' ').append(word(access.completion()));
    }
    return text.toString();
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static String spelledOut(String body) {
    return body.strip()
            .replaceAll("\\bS\\b", "memref<128x32xf16, \"shared\">")
            .replaceAll("\\bF\\b", "memref<128x128xf32, \"fragment\">")
            .replaceAll("\\bE\\b", "memref<128x8xi8, \"shared\">")
            .replaceAll("\\bK\\b", "memref<64x128xf16, \"shared\">")
            .replaceAll("(?<!%)\\bX\\b", "memref<2x16x16x32xf16>")
            .replaceAll("\\bV\\b", "memref<128xf32, \"fragment\">")
        + "\n";
  }
}
