// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo;

import java.util.List;
import java.util.Random;

/**
 * Kernels whose warps can be divided: products of tiles that a pipelined loop loads, with loops of
 * both kinds and guards around, loads in front, loads that no engine for boxes can do, and lists
 * that say what to load.
 */
final class RolePrograms {
  private static final List<String> GUARDS =
      List.of("first", "ends", "odd", "mask", "list", "tile", "any", "shared");

  private final Random random;
  private final boolean isPrivate;
  private final StringBuilder text = new StringBuilder();
  private final int first;
  private final int end;
  private final int tiles;
  private int names;

  private RolePrograms(Random random, boolean isPrivate) {
    this.random = random;
    this.isPrivate = isPrivate;
    this.first = random.nextInt(3);
    this.end = first + random.nextInt(9);
    this.tiles = random.nextInt(4);
    write();
  }

  static RolePrograms of(Random random) {
    return new RolePrograms(random, random.nextBoolean());
  }

  /** One whose every operation has instructions: no list in registers. */
  static RolePrograms withInstructions(Random random) {
    return new RolePrograms(random, false);
  }

  /** The program; its function takes A, B, W, a list, a mask, the result, and three bounds. */
  String text() {
    return text.toString();
  }

  /** The value of the first bound of pipelined loops. */
  int first() {
    return first;
  }

  /** The value of the second bound of pipelined loops. */
  int end() {
    return end;
  }

  /** How many iterations a loop around has. */
  int tiles() {
    return tiles;
  }

  private boolean chance(int of) {
    return random.nextInt(of) == 0;
  }

  private String fresh(String stem) {
    return "%" + stem + names++;
  }

  private void line(String line) {
    text.append(
            line.replace("SA", "memref<64x16xf16, \"shared\">")
                .replace("SB", "memref<16x16xf16, \"shared\">")
                .replace("FC", "memref<64x16xf32, \"fragment\">")
                .replace("GA", "memref<64x256xf16>")
                .replace("GB", "memref<256x16xf16>")
                .replace("GW", "memref<256x16xf32>")
                .replace("GO", "memref<64x64xf32>"))
        .append('\n');
  }

  private void write() {
    line("func.func @f(%A: GA, %B: GB, %W: GW, %list: memref<16xi32>, %mask: memref<16xi32>,");
    line("    %O: GO, %lo: index, %hi: index, %n: index) attributes {tile.target = \"sm_90a\"} {");
    for (int number : new int[] {0, 1, 2, 16}) {
      line("%c" + number + " = arith.constant " + number + " : index");
    }
    line("%zero = arith.constant 0.0 : f32");
    line("%none = arith.constant 0 : i32");
    line("tile.launch grid(%bx = 1) threads(" + (chance(4) ? 256 : 128) + ") {");
    if (isPrivate) {
      line("%ids = tile.alloc : memref<16xi32, \"local\">");
      line("tile.copy %list -> %ids : memref<16xi32> to memref<16xi32, \"local\">");
    }
    line("%acc = tile.alloc : FC");
    line("tile.fill %acc, %zero : FC");
    boolean isRepeated = chance(2);
    String tile = "%c0";
    boolean isAsking = chance(2);
    if (isRepeated) {
      tile = "%t";
      beginTiles(isAsking, chance(2) ? "%n" : "%c2");
    }
    boolean isGuarded = chance(5);
    if (isGuarded) {
      mask("%around", tile);
      line("scf.if %around {");
    }
    String resident = null;
    if (chance(3)) {
      resident = fresh("Q");
      line(resident + " = tile.alloc : SA");
      line("tile.copy %A[0, " + tile + "] -> " + resident + " : GA to SA");
    }
    int loops = chance(4) ? 2 : 1;
    for (int i = 0; i < loops; i++) {
      loop(tile, resident);
    }
    if (isRepeated && chance(2)) {
      line("tile.copy %acc -> %O[0, %c16] : FC to GO");
    }
    line(isGuarded ? "}" : "");
    if (isRepeated && isAsking) {
      line("%next = arith.addi %t, %c1 : index");
      line("scf.yield %next : index");
    }
    line(isRepeated ? "}" : "");
    line("tile.copy %acc -> %O[0, 0] : FC to GO");
    line("}");
    line("return");
    line("}");
  }

  private void beginTiles(boolean isAsking, String tiles) {
    if (!isAsking) {
      line("scf.for %t = %c0 to " + tiles + " step %c1 {");
      return;
    }
    line("%end = scf.while (%w = %c0) : (index) -> index {");
    line("%more = arith.cmpi ult, %w, " + tiles + " : index");
    line("scf.condition(%more) %w : index");
    line("} do {");
    line("^bb0(%t: index):");
  }

  private void loop(String tile, String resident) {
    String k = fresh("k");
    String from = chance(3) ? "%lo" : "" + first;
    String to = chance(3) ? "%hi" : "" + end;
    int groups = 1 + random.nextInt(2);
    String[] as = new String[groups];
    String[] bs = new String[groups];
    for (int i = 0; i < groups; i++) {
      as[i] = fresh("A");
      bs[i] = fresh("B");
      line(as[i] + " = tile.alloc : SA");
      line(bs[i] + " = tile.alloc : SB");
    }
    line("%row" + k.substring(1) + " = tile.alloc : memref<1xi32, \"shared\">");
    boolean hasOther = chance(4);
    String otherA = fresh("A");
    String otherB = fresh("B");
    if (hasOther) {
      line(otherA + " = tile.alloc : SA");
      line(otherB + " = tile.alloc : SB");
    }
    line("pipeline.for " + k + " = " + from + " to " + to + " stages(" + stages() + ") {");
    boolean isGuarded = chance(2);
    if (isGuarded) {
      line("scf.if " + guard(k, tile) + " {");
    }
    for (int i = 0; i < groups; i++) {
      loads(k, as[i], bs[i]);
      if (chance(2)) {
        product(resident != null && chance(2) ? resident : as[i], bs[i]);
      }
    }
    for (int i = 0; i < groups; i++) {
      product(as[i], bs[i]);
      if (chance(5)) {
        scale(as[i]);
      }
    }
    if (isGuarded && hasOther) {
      line("} else {");
      loads(k, otherA, otherB);
      product(otherA, otherB);
    }
    line(isGuarded ? "}" : "");
    line("}");
  }

  private void mask(String result, String at) {
    line(result + "a = memref.load %mask[" + at + "] : memref<16xi32>");
    line(result + " = arith.cmpi eq, " + result + "a, %none : i32");
  }

  /** Reads the list, or the copy of it that each role can have. */
  private void listed(String result, String at) {
    line(
        isPrivate
            ? result + " = memref.load %ids[" + at + "] : memref<16xi32, \"local\">"
            : result + " = memref.load %list[" + at + "] : memref<16xi32>");
  }

  private int stages() {
    return 1 + random.nextInt(4);
  }

  private String guard(String k, String tile) {
    String guard = fresh("guard");
    switch (GUARDS.get(random.nextInt(GUARDS.size()))) {
      case "first" -> line(guard + " = arith.cmpi slt, " + k + ", %c2 : index");
      case "ends" -> {
        line(guard + "a = arith.cmpi eq, " + k + ", %c0 : index");
        line(guard + "b = arith.cmpi eq, " + k + ", %c2 : index");
        line(guard + " = arith.ori " + guard + "a, " + guard + "b : i1");
      }
      case "odd" -> {
        line(guard + "a = arith.addi " + k + ", %c1 : index");
        line(guard + "b = arith.remui " + guard + "a, %c2 : index");
        line(guard + " = arith.cmpi eq, " + guard + "b, %c0 : index");
      }
      case "mask" -> mask(guard, k);
      case "list" -> {
        listed(guard + "a", k);
        line(guard + "b = arith.index_cast " + guard + "a : i32 to index");
        line(guard + " = arith.cmpi slt, " + guard + "b, %c2 : index");
      }
      case "any" -> {
        line(guard + "f = arith.constant false");
        line(
            guard + " = scf.for %r = %c0 to %c2 step %c1 iter_args(%b = " + guard + "f) -> (i1) {");
        line(guard + "p = arith.addi " + k + ", %r : index");
        mask(guard + "m", guard + "p");
        line(guard + "o = arith.ori %b, " + guard + "m : i1");
        line("scf.yield " + guard + "o : i1");
        line("}");
      }
      case "shared" -> {
        String row = "%row" + k.substring(1);
        line(guard + "a = memref.load %mask[" + k + "] : memref<16xi32>");
        line("memref.store " + guard + "a, " + row + "[%c0] : memref<1xi32, \"shared\">");
        line(guard + "b = memref.load " + row + "[%c0] : memref<1xi32, \"shared\">");
        line(guard + " = arith.cmpi eq, " + guard + "b, %none : i32");
      }
      default -> line(guard + " = arith.cmpi ule, " + tile + ", " + k + " : index");
    }
    return guard;
  }

  private void loads(String k, String a, String b) {
    String at = fresh("at");
    if (chance(3)) {
      listed(at + "a", k);
      line(at + "b = arith.index_cast " + at + "a : i32 to index");
      line(at + " = arith.muli " + at + "b, %c16 : index");
    } else {
      line(at + " = arith.muli " + k + ", %c16 : index");
    }
    line("tile.copy %A[0, " + at + "] -> " + a + " : GA to SA");
    boolean converts = chance(5);
    String prefer = !converts && chance(6) ? " {prefer = \"sync\"}" : "";
    String tensor = converts ? "%W" : "%B";
    line(
        "tile.copy "
            + tensor
            + "["
            + at
            + ", 0] -> "
            + b
            + prefer
            + (converts ? " : GW to SB" : " : GB to SB"));
  }

  private void product(String a, String b) {
    line("tile.gemm " + a + ", " + b + ", %acc : SA, SB, FC");
  }

  /** Lets threads read a tile one element at a time. */
  private void scale(String a) {
    line("tile.parallel (%i, %j) to (64, 16) {");
    line("%x = memref.load " + a + "[%i, %j] : SA");
    line("%wide = arith.extf %x : f16 to f32");
    line("%y = memref.load %acc[%i, %j] : FC");
    line("%z = arith.addf %wide, %y : f32");
    line("memref.store %z, %acc[%i, %j] : FC");
    line("}");
  }
}
