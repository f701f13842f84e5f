// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.simulator.data.ElementType;
import dev.azulejo.simulator.memory.Buffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What upstream's memory operations do to buffers. */
final class MemRefTest {

  @Test
  void globalsBeginAsTheySayAndKeepWhatIsWritten() {
    Simulation simulation =
        Simulation.of(
            """
            func.func @f(%O: memref<2x2xi16>, %S: memref<2x2xi16>) {
              %c0 = arith.constant 0 : index
              %c1 = arith.constant 1 : index
              call @change() : () -> ()
              %t = memref.get_global @table : memref<2x2xi16>
              memref.copy %t, %O : memref<2x2xi16> to memref<2x2xi16>
              %s = memref.get_global @splat : memref<2x2xi16>
              memref.copy %s, %S : memref<2x2xi16> to memref<2x2xi16>
              return
            }
            func.func private @change() {
              %c0 = arith.constant 0 : index
              %t = memref.get_global @table : memref<2x2xi16>
              %v = arith.constant 99 : i16
              memref.store %v, %t[%c0, %c0] : memref<2x2xi16>
              return
            }
            memref.global "private" @table : memref<2x2xi16> = dense<[[1, -2], [3, 4]]>
            memref.global constant @splat : memref<2x2xi16> = dense<7>
            """);
    Buffer o = Data.room(ElementType.I16, 2, 2);
    Buffer s = Data.room(ElementType.I16, 2, 2);
    simulation.run(o, s);
    assertThat(Data.values(o)).containsExactly(99, -2, 3, 4);
    assertThat(Data.values(s)).containsExactly(7, 7, 7, 7);
    // The next run begins anew.
    simulation.run(o, s);
    assertThat(Data.values(o)).containsExactly(99, -2, 3, 4);
  }

  @Test
  void globalsWithoutContentsAreFoundWhenRead() {
    String text =
        """
        func.func @f() {
          %t = memref.get_global @t : memref<i32>
          %v = memref.load %t[] : memref<i32>
          return
        }
        memref.global @t : memref<i32> = uninitialized
        """;
    assertThat(Simulation.of(text).failure())
        .isEqualTo("3: error: reads element [] of a buffer, which was never written");
    assertThat(
            Simulation.of(
                    text.replace(
                        "@t : memref<i32> = uninitialized", "\"private\" @t : memref<i32>"))
                .failure())
        .isEqualTo("2: error: 't' is defined nowhere in the module");
  }

  @Test
  void shapesAreCollapsedAndExpanded() {
    Simulation simulation =
        Simulation.of(
            """
            func.func @f(%A: memref<?x3x2xf32>, %O: memref<?xf32>) {
              %c0 = arith.constant 0 : index
              %c1 = arith.constant 1 : index
              %c2 = arith.constant 2 : index
              %n = memref.dim %A, %c0 : memref<?x3x2xf32>
              %flat = memref.collapse_shape %A [[0, 1], [2]] : memref<?x3x2xf32> into memref<?x2xf32>
              %rows = memref.dim %flat, %c0 : memref<?x2xf32>
              %back = memref.expand_shape %flat [[0, 1], [2]] output_shape [%n, 3, 2] : memref<?x2xf32> into memref<?x3x2xf32>
              %x = memref.load %flat[%c2, %c1] : memref<?x2xf32>
              memref.store %x, %O[%c0] : memref<?xf32>
              %y = memref.load %back[%c1, %c2, %c0] : memref<?x3x2xf32>
              memref.store %y, %O[%c1] : memref<?xf32>
              %i = arith.index_cast %rows : index to i32
              %z = arith.sitofp %i : i32 to f32
              memref.store %z, %O[%c2] : memref<?xf32>
              return
            }
            """);
    Buffer o = Data.room(ElementType.F32, 3);
    simulation.run(Buffer.of(Data.of("iota", 0, ElementType.F32, 2, 3, 2)), o);
    assertThat(Data.values(o)).containsExactly(5, 10, 6);
  }

  @ParameterizedTest
  @CsvSource({
    "addi, i8, 100, 100, -56",
    "muli, i8, 7, 3, 21",
    "andi, i8, 12, 10, 8",
    "ori, i8, 12, 10, 14",
    "xori, i8, 12, 10, 6",
    "maxs, i8, -3, 2, 2",
    "mins, i8, -3, 2, -3",
    "maxu, i8, -3, 2, -3",
    "minu, i8, -3, 2, 2",
    "assign, i8, 5, 6, 6",
    "addf, f16, 1, 0.5, 1.5",
    "mulf, bf16, 3, 5, 15",
    "maximumf, f32, 1, NaN, NaN",
    "maxnumf, f32, 1, NaN, 1",
    "minimumf, f32, 1, 2, 1",
    "minnumf, f32, NaN, 2, 2"
  })
  void elementsAreUpdatedInOnePiece(
      String kind, String type, double old, double value, double expected) {
    Simulation simulation =
        Simulation.of(
            """
            func.func @f(%A: memref<1xT>, %V: memref<1xT>, %O: memref<1xT>) {
              %c0 = arith.constant 0 : index
              %v = memref.load %V[%c0] : memref<1xT>
              %o = memref.atomic_rmw KIND %v, %A[%c0] : (T, memref<1xT>) -> T
              memref.store %o, %O[%c0] : memref<1xT>
              return
            }
            """
                .replace("KIND", kind)
                .replace("1xT", "1x" + type)
                .replace("(T,", "(" + type + ",")
                .replace("-> T", "-> " + type));
    ElementType element = ElementType.find(type).orElseThrow();
    Buffer a = Data.buffer(element, new long[] {1}, old);
    Buffer o = Data.room(element, 1);
    simulation.run(a, Data.buffer(element, new long[] {1}, value), o);
    assertThat(Data.values(a)).containsExactly(expected);
    assertThat(Data.values(o)).containsExactly(old);
  }

  @Test
  void elementsAreUpdatedByRegions() {
    Simulation simulation =
        Simulation.of(
            """
            func.func @f(%A: memref<2xi32>, %O: memref<1xi32>) {
              %c0 = arith.constant 0 : index
              %c1 = arith.constant 1 : index
              %o = memref.generic_atomic_rmw %A[%c1] : memref<2xi32> {
              ^bb0(%x: i32):
                %y = arith.muli %x, %x : i32
                memref.atomic_yield %y : i32
              }
              memref.store %o, %O[%c0] : memref<1xi32>
              return
            }
            """);
    Buffer a = Data.buffer(ElementType.I32, new long[] {2}, 3, 5);
    Buffer o = Data.room(ElementType.I32, 1);
    simulation.run(a, o);
    assertThat(Data.values(a)).containsExactly(3, 25);
    assertThat(Data.values(o)).containsExactly(5);
  }

  @Test
  void scopesAndPromisesLeaveValuesAsTheyAre() {
    Simulation simulation =
        Simulation.of(
            """
            func.func @f(%A: memref<4xf32>) -> index {
              %r = memref.rank %A : memref<4xf32>
              %c0 = arith.constant 0 : index
              %a = memref.assume_alignment %A, 16 : memref<4xf32>
              memref.prefetch %a[%c0], read, locality<3>, data : memref<4xf32>
              %s = memref.alloca_scope -> (index) {
                %m = memref.alloca() : memref<1xindex>
                memref.store %r, %m[%c0] : memref<1xindex>
                %x = memref.load %m[%c0] : memref<1xindex>
                memref.alloca_scope.return %x : index
              }
              return %s : index
            }
            """);
    var results =
        simulation.run(List.of(new Simulator.Argument.Memory(Data.room(ElementType.F32, 4))));
    assertThat(results).containsExactly(new Simulator.Argument.Scalar(1));
  }

  @Test
  void copiesMustHaveOneShape() {
    String text =
        """
        func.func @f(%A: memref<?xf32>, %B: memref<?xf32>) {
          memref.copy %A, %B : memref<?xf32> to memref<?xf32>
          return
        }
        """;
    assertThat(
            Simulation.of(text)
                .failure(Data.room(ElementType.F32, 3), Data.room(ElementType.F32, 4)))
        .isEqualTo("2: error: copies a buffer of shape [3] to one of shape [4]");
    assertThat(
            Simulation.of(text)
                .failure(Data.room(ElementType.F32, 3), Data.room(ElementType.F32, 3)))
        .isEqualTo("2: error: reads element [0] of a buffer, which was never written");
  }
}
