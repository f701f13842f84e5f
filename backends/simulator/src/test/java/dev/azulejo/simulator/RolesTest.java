// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.simulator.data.ElementType;
import dev.azulejo.simulator.memory.Buffer;
import org.junit.jupiter.api.Test;

/** Roles of a block go on by themselves, and only what makes them wait orders what they do. */
final class RolesTest {
  private static final int SEEDS = 12;

  private static final String PROGRAM =
      """
      func.func @f(%A: memref<8x4xf32>, %B: memref<8x4xf32>) {
        %c0 = arith.constant 0 : index
        %c1 = arith.constant 1 : index
        %c2 = arith.constant 2 : index
        %c8 = arith.constant 8 : index
        %even = arith.constant false
        %one = arith.constant 1.0 : f32
        tile.launch grid(%x = 1) threads(96) {
          %s = tile.alloc : memref<8x4xf32, "shared">
          %b = barrier.alloc [1, 64]
          BEFORE
          pipeline.roles a(warps = 1) {
            FIRST
          }, b(warps = 2) {
            SECOND
          }
        }
        return
      }
      """;
  private static final String FILL = "tile.fill %s, %one : memref<8x4xf32, \"shared\">";
  private static final String STORE =
      "tile.copy %s -> %B : memref<8x4xf32, \"shared\"> to memref<8x4xf32>";
  private static final String ARRIVE =
      "barrier.arrive %b[%c0] {by = \"thread\"} : !barrier.array<2>";
  private static final String WAIT = "barrier.wait %b[%c0], %even : !barrier.array<2>";

  private static String program(String before, String first, String second) {
    return PROGRAM.replace("BEFORE", before).replace("FIRST", first).replace("SECOND", second);
  }

  private static Buffer room() {
    return Data.room(ElementType.F32, 8, 4);
  }

  private static void runs(String program) {
    for (int seed = 0; seed < SEEDS; seed++) {
      Buffer a = Buffer.of(Data.of("iota", 0, ElementType.F32, 8, 4));
      Simulation.of(program, seed).run(a, room());
    }
  }

  /** Comes to an error with these words, under every seed. */
  private static void fails(String program, String words) {
    for (int seed = 0; seed < SEEDS; seed++) {
      Buffer a = Buffer.of(Data.of("iota", 0, ElementType.F32, 8, 4));
      assertThat(Simulation.of(program, seed).failure(a, room())).contains(words);
    }
  }

  @Test
  void whatABlockDoesBeforeItsRolesComesFirst() {
    runs(
        program(
            FILL, STORE, "tile.copy %s -> %A : memref<8x4xf32, \"shared\"> to memref<8x4xf32>"));
  }

  @Test
  void aBarrierOrdersWhatTwoRolesDo() {
    runs(program("", FILL + ARRIVE, WAIT + STORE));
  }

  @Test
  void nothingElseDoes() {
    fails(program("", FILL, FILL), "race: ");
    fails(program(FILL, FILL, STORE), "race: ");
    // The arrival comes before the write.
    fails(program(FILL, ARRIVE + FILL, WAIT + STORE), "race: ");
  }

  @Test
  void readsAreInNoRace() {
    String read =
        "%t = tile.alloc : memref<8x4xf32, \"fragment\">"
            + " tile.copy %s -> %t : memref<8x4xf32, \"shared\"> to memref<8x4xf32, \"fragment\">";
    runs(program(FILL, read, read));
  }

  @Test
  void piecesThatAreApartAreInNoRace() {
    runs(
        program(
            "",
            "tile.fill %s[0, 0][4, 4], %one : memref<8x4xf32, \"shared\">",
            "tile.fill %s[4, 0][4, 4], %one : memref<8x4xf32, \"shared\">"));
    fails(
        program(
            "",
            "tile.fill %s[0, 0][5, 4], %one : memref<8x4xf32, \"shared\">",
            "tile.fill %s[4, 0][4, 4], %one : memref<8x4xf32, \"shared\">"),
        "race: ");
  }

  @Test
  void elementsAreToldApart() {
    String loop =
        "tile.parallel (%i) to (4) { %t = arith.muli %i, %c2 : index"
            + " %u = arith.addi %t, %cPART : index"
            + " memref.store %one, %s[%u, %c0] : memref<8x4xf32, \"shared\"> }";
    String even = loop.replace("PART", "0");
    String odd = loop.replace("PART", "1");
    runs(program("", even, odd));
    fails(program("", even, even), "race: ");
    String fillOdd = "tile.fill %s[1, 0][1, 4], %one : memref<8x4xf32, \"shared\">";
    runs(program("", even, fillOdd));
    fails(program("", odd, fillOdd), "race: ");
  }

  @Test
  void ordinalsCountForARole() {
    String count =
        "scf.for %k = %c0 to %c8 step %c1 { %o = pipeline.ordinal"
            + " %same = arith.cmpi eq, %o, %k : index cf.assert %same, \"counts for itself\" }";
    runs(program("", count, count));
  }

  @Test
  void barriersThatHaveNumbersLetRolesTakeTurns() {
    String turns =
        "scf.for %k = %c0 to %c8 step %c1 { barrier.named_sync 1, 96 WORK"
            + " barrier.named_sync 2, 96 OTHER }";
    runs(
        program(
            FILL,
            turns.replace("WORK", FILL).replace("OTHER", STORE),
            turns.replace("WORK", "").replace("OTHER", "")));
    runs(
        program(
            FILL,
            turns.replace("WORK", FILL).replace("OTHER", ""),
            turns.replace("WORK", "").replace("OTHER", STORE)));
    fails(
        program(
            FILL,
            turns.replace("WORK", FILL).replace("OTHER", ""),
            turns.replace("WORK", STORE).replace("OTHER", "")),
        "race: ");
  }

  @Test
  void anArrivalAtANumberDoesNotWait() {
    runs(program("", FILL + " barrier.named_arrive 3, 96", "barrier.named_sync 3, 96 " + STORE));
    fails(
        program(FILL, "barrier.named_arrive 3, 96 " + FILL, "barrier.named_sync 3, 96 " + STORE),
        "race: ");
  }

  @Test
  void numbersAreCounted() {
    fails(
        program("", "", "barrier.named_sync 3, 96"),
        "deadlock: role 'b' waits at the barrier of number 3, to which 64 of 96 threads have come");
    fails(program("", "barrier.named_sync 3, 64", "barrier.named_sync 3, 96"), " threads");
    fails(
        program("", "", "barrier.named_sync 3, 32"),
        "brings 64 threads to a barrier that waits for 32 more of 32");
  }

  @Test
  void copiesOfThreadsArriveForThemselves() {
    String copy = "tile.async_copy %A -> %s : memref<8x4xf32> to memref<8x4xf32, \"shared\">";
    String told = "barrier.wait %b[%c1], %even : !barrier.array<2> ";
    String tells = " barrier.arrive_noinc %b[%c1] : !barrier.array<2>";
    runs(program("", told + STORE, copy + tells));
    fails(program(FILL, told + STORE, tells + copy), "race: ");
    // Who has begun the copy has to wait for it too.
    fails(program("", "", copy + tells + STORE), "race: ");
    runs(program("", "", copy + tells + told + STORE));
  }

  @Test
  void aRoleThatWaitsForNothingIsADeadlock() {
    assertThat(Simulation.of(program("", "", WAIT)).failure(room(), room()))
        .isEqualTo(
            "15: error: deadlock: role 'b' waits for parity 0 of barrier 0, whose phase 0 still"
                + " needs 1 of 1 arrivals and 0 bytes, and nothing else runs\n"
                + "10: note: the barrier was allocated here");
  }

  @Test
  void aFailureOfARoleEndsTheRun() {
    fails(program("", "cf.assert %even, \"no\"", WAIT), "assertion failed: no");
    // The other role would go on for ever.
    String forever =
        "scf.while : () -> () { %yes = arith.cmpi eq, %c0, %c0 : index"
            + " scf.condition(%yes) } do { scf.yield }";
    String program = program("", forever, WAIT);
    assertThat(Simulation.limited(program, 10_000).failure(room(), room()))
        .contains("the run takes more than 10000 steps");
  }
}
