// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.layout;

import java.util.SplittableRandom;

/**
 * What a block of threads does, drawn at random: products, copies, fills, reductions and loops over
 * a few tiles, whole and in parts, straight and turned round. Not all of it can be laid out.
 */
final class RandomBlock {
  private static final String ALLOCATIONS =
      """
      %s0 = tile.alloc : S<64x64xf16>
      %s1 = tile.alloc versions(2) : S<2x64x64xf16>
      %s2 = tile.alloc : S<4096xf16>
      %v2 = tile.view %s2 : S<4096xf16> to S<64x64xf16>
      %t = tile.alloc : S<64x64xf32>
      %f0 = tile.alloc : R<64x64xf32>
      %f1 = tile.alloc : R<64x64xf32>
      %f2 = tile.alloc : R<64x64xf16>
      %r0 = tile.alloc : R<64xf32>
      %r1 = tile.alloc : R<64xf32>
      """;

  private final SplittableRandom random;
  private final StringBuilder text = new StringBuilder(ALLOCATIONS);
  private int names;

  private RandomBlock(long seed) {
    random = new SplittableRandom(seed);
  }

  /** The text of a block; the same seed draws the same. */
  static String of(long seed) {
    RandomBlock block = new RandomBlock(seed);
    int count = block.random.nextInt(1, 7);
    for (int i = 0; i < count; i++) {
      block.statement();
    }
    return block.text.toString();
  }

  private String pick(String... choices) {
    return choices[random.nextInt(choices.length)];
  }

  private void statement() {
    switch (random.nextInt(8)) {
      case 0 -> product();
      case 1 -> text.append("tile.fill ").append(wide()).append(", %x : R<64x64xf32>\n");
      case 2 -> copyIn();
      case 3 -> copyOut();
      case 4 -> reduction();
      case 5 -> elements();
      case 6 -> broadcast();
      default -> part();
    }
  }

  private String wide() {
    return pick("%f0", "%f1");
  }

  private String row() {
    return pick("%r0", "%r1");
  }

  private void product() {
    String[] a = operand();
    String[] b = operand();
    String turned = pick("", " {transpose_a}", " {transpose_b}", " {transpose_a, transpose_b}");
    text.append("tile.gemm ").append(a[0]).append(", ").append(b[0]).append(", ").append(wide());
    text.append(turned).append(" : ").append(a[1]).append(", ").append(b[1]);
    text.append(", R<64x64xf32>\n");
  }

  private String[] operand() {
    return switch (random.nextInt(6)) {
      case 0, 1 -> new String[] {"%s0", "S<64x64xf16>"};
      case 2, 3 -> new String[] {"%s1[1, 0, 0][1, 64, 64]", "S<2x64x64xf16>"};
      case 4 -> new String[] {"%v2", "S<64x64xf16>"};
      default -> new String[] {"%f2", "R<64x64xf16>"};
    };
  }

  private void copyIn() {
    text.append(
        switch (random.nextInt(4)) {
          case 0 -> "tile.copy %F[0, 0] -> " + wide() + " : memref<256x256xf32> to R<64x64xf32>\n";
          case 1 -> "tile.copy %t -> " + wide() + " : S<64x64xf32> to R<64x64xf32>\n";
          case 2 -> "tile.copy %V[%i][64] -> " + row() + " : memref<256xf32> to R<64xf32>\n";
          default -> "tile.copy %G[%i, 0] -> %s0 : memref<256x256xf16> to S<64x64xf16>\n";
        });
  }

  private void copyOut() {
    text.append(
        switch (random.nextInt(4)) {
          case 0 -> "tile.copy " + wide() + " -> %G[0, 0] : R<64x64xf32> to memref<256x256xf16>\n";
          case 1 -> "tile.copy " + wide() + " -> %t : R<64x64xf32> to S<64x64xf32>\n";
          case 2 -> "tile.copy " + wide() + " -> %f2 : R<64x64xf32> to R<64x64xf16>\n";
          default -> "tile.copy " + row() + " -> %F[%i, 0] : R<64xf32> to memref<256x256xf32>\n";
        });
  }

  private void reduction() {
    text.append("tile.reduce sum ").append(wide()).append(" -> ").append(row());
    text.append(" dim(").append(random.nextInt(2)).append(") : R<64x64xf32> to R<64xf32>\n");
  }

  private void elements() {
    int n = names++;
    String index = pick("%p, %q", "%p, %q", "%p, %q", "%q, %p");
    text.append(
        """
        tile.parallel (%p, %q) to (64, 64) {
          %yN = memref.load FROM[INDEX] : R<64x64xf32>
          memref.store %yN, TO[%p, %q] : R<64x64xf32>
        }
        """
            .replace("%yN", "%y" + n)
            .replace("FROM", wide())
            .replace("INDEX", index)
            .replace("TO", wide()));
  }

  private void broadcast() {
    int n = names++;
    text.append(
        """
        tile.parallel (%p, %q) to (64, 64) {
          %yN = memref.load ROW[POINT] : R<64xf32>
          memref.store %yN, TO[%p, %q] : SPACE<64x64xf32>
        }
        """
            .replace("%yN", "%y" + n)
            .replace("ROW", row())
            .replace("POINT", pick("%p", "%q"))
            .replace("TO[%p, %q] : SPACE", pick("%t[%p, %q] : S", wide() + "[%p, %q] : R")));
  }

  private void part() {
    text.append(
        switch (random.nextInt(3)) {
          case 0 ->
              "tile.copy "
                  + wide()
                  + "[32, 0][32, 64] -> %F[%i, 0] : R<64x64xf32> to memref<256x256xf32>\n";
          case 1 -> "tile.fill " + wide() + "[0, 16][64, 16], %x : R<64x64xf32>\n";
          default ->
              "tile.copy "
                  + wide()
                  + "[5, 0][1, 64] -> "
                  + row()
                  + "[0][64] : R<64x64xf32> to R<64xf32>\n";
        });
  }
}
