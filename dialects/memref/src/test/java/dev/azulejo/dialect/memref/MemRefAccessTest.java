// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.memref;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.dialect.arith.ArithDialect;
import dev.azulejo.dialect.arith.ConstantOp;
import dev.azulejo.ir.Block;
import dev.azulejo.ir.Dialects;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Access;
import dev.azulejo.ir.access.Accesses;
import dev.azulejo.ir.access.BufferRegion;
import dev.azulejo.ir.access.Offset;
import dev.azulejo.ir.affine.AffineMap;
import dev.azulejo.ir.builtin.FloatType;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.builtin.op.BuiltinDialect;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.diag.SourceText;
import dev.azulejo.ir.text.ParseOptions;
import dev.azulejo.ir.text.Parser;
import dev.azulejo.ir.text.Printer;
import dev.azulejo.ir.verify.Verifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What operations say of memory, and operations that are made from Java. */
class MemRefAccessTest {
  private static final Dialects DIALECTS =
      new Dialects(List.of(new ArithDialect(), new BuiltinDialect(), new MemRefDialect()));

  private final Operation module = parse();
  private final Block body = function().region(0).entry();
  private final Inserter at = Inserter.before(Objects.requireNonNull(body.last()));
  private final Value buffer = body.argument(0);
  private final Value index = body.argument(1);
  private final Value number = body.argument(2);

  @Test
  void elementsAtDifferentConstantsAreDisjoint() {
    Value zero = ConstantOp.index(at, 0);
    Value one = ConstantOp.index(at, 1);
    Access write = only(StoreOp.create(at, number, buffer, List.of(zero, index)));
    Access same = only(LoadOp.create(at, buffer, List.of(zero, index)));
    Access other = only(LoadOp.create(at, buffer, List.of(one, index)));
    assertThat(write.isWrite()).isTrue();
    assertThat(same.isRead()).isTrue();
    assertThat(write.target())
        .isEqualTo(
            new BufferRegion(buffer, List.of(Offset.of(0), Offset.of(index)), List.of(1L, 1L)));
    assertThat(write.mayConflict(same)).isTrue();
    assertThat(write.mayConflict(other)).isFalse();
  }

  @Test
  void viewsHaveTheRootOfTheirSource() {
    Value part =
        SubViewOp.create(
                at,
                buffer,
                List.of(Offset.of(index), Offset.of(0)),
                List.of(Offset.of(2), Offset.of(index)),
                List.of(Offset.of(1), Offset.of(2)))
            .result();
    Value turned = TransposeOp.create(at, part, AffineMap.permutation(2, 1, 0)).result();
    Value other = AllocOp.create(at, MemRefType.of(new long[] {4}, FloatType.F32)).memref();
    DistinctObjectsOp both = DistinctObjectsOp.create(at, List.of(other, turned));
    assertThat(BufferRegion.rootOf(turned)).isSameAs(buffer);
    assertThat(BufferRegion.rootOf(both.result(1))).isSameAs(buffer);
    assertThat(BufferRegion.rootOf(both.result(0))).isSameAs(other);
    assertPrints(
        """
        %subview = memref.subview %arg0[%arg1, 0] [2, %arg1] [1, 2] : memref<8x8xf32> to \
        memref<2x?xf32, strided<[8, 2], offset: ?>>
        %transpose = memref.transpose %subview (d0, d1) -> (d1, d0) : \
        memref<2x?xf32, strided<[8, 2], offset: ?>> to memref<?x2xf32, strided<[2, 8], offset: ?>>
        %alloc = memref.alloc() : memref<4xf32>
        %0:2 = memref.distinct_objects %alloc, %transpose : memref<4xf32>, \
        memref<?x2xf32, strided<[2, 8], offset: ?>>
        """);
  }

  @Test
  void accessesMoveIntoAVersion() {
    LoadOp load = LoadOp.create(at, buffer, List.of(index, index));
    StoreOp store = StoreOp.create(at, load.result(), buffer, List.of(index, index));
    Value versions =
        AllocOp.create(Inserter.before(load), MemRefType.of(new long[] {3, 8, 8}, FloatType.F32))
            .memref();
    load.rebase(buffer, versions, Offset.of(index));
    store.rebase(buffer, versions, Offset.of(2));
    store.rebase(buffer, versions, Offset.of(1));
    assertPrints(
        """
        %alloc = memref.alloc() : memref<3x8x8xf32>
        %0 = memref.load %alloc[%arg1, %arg1, %arg1] : memref<3x8x8xf32>
        %c2 = arith.constant 2 : index
        memref.store %0, %alloc[%c2, %arg1, %arg1] : memref<3x8x8xf32>
        """);
  }

  @Test
  void atomicOperationsReadAndWriteOneElement() {
    Operation add = AtomicRMWOp.create(at, AtomicKind.ADDF, number, buffer, List.of(index, index));
    Operation generic =
        GenericAtomicRMWOp.create(at, buffer, List.of(index, index), (_, element) -> element);
    for (Operation op : List.of(add, generic)) {
      Accesses accesses = Accesses.of(op);
      assertThat(accesses.unknown()).isFalse();
      assertThat(accesses.all())
          .extracting(Access::mode)
          .containsExactly(Access.Mode.READ, Access.Mode.WRITE);
      assertThat(accesses.all().getFirst().target()).isEqualTo(accesses.all().getLast().target());
    }
    assertPrints(
        """
        %0 = memref.atomic_rmw addf %arg2, %arg0[%arg1, %arg1] : (f32, memref<8x8xf32>) -> f32
        %1 = memref.generic_atomic_rmw %arg0[%arg1, %arg1] : memref<8x8xf32> {
        ^bb0(%arg3: f32):
          memref.atomic_yield %arg3 : f32
        }
        """);
  }

  @Test
  void allocationsMakeAndCopiesReadAndWrite() {
    MemRefType type = MemRefType.of(new long[] {8, 8}, FloatType.F32);
    AllocOp alloc = AllocOp.create(at, type);
    assertThat(only(alloc)).isEqualTo(Access.allocate(alloc.memref()));
    assertThat(Accesses.of(CopyOp.create(at, buffer, alloc.memref())).all())
        .containsExactly(
            Access.read(BufferRegion.whole(buffer)),
            Access.write(BufferRegion.whole(alloc.memref())));
    assertThat(only(DeallocOp.create(at, alloc.memref())))
        .isEqualTo(Access.write(BufferRegion.whole(alloc.memref())));
    assertThat(Accesses.of(PrefetchOp.create(at, buffer, List.of(index, index), false, 3)))
        .matches(Accesses::mayWrite);
    assertThat(Accesses.of(DimOp.create(at, buffer, index)).isEmpty()).isTrue();
  }

  @Test
  void sidesOfATransferCompleteOnItsTag() {
    Value tag = AllocaOp.create(at, MemRefType.of(new long[] {1}, FloatType.F32)).memref();
    Value target = AllocOp.create(at, MemRefType.of(new long[] {4}, FloatType.F32)).memref();
    DmaStartOp start =
        DmaStartOp.create(
            at, buffer, List.of(index, index), target, List.of(index), index, tag, List.of(index));
    List<Access> all = Accesses.of(start).all();
    assertThat(all)
        .extracting(Access::completion)
        .containsExactly(
            Access.Completion.BARRIER, Access.Completion.BARRIER, Access.Completion.AT_ONCE);
    assertThat(all.getFirst().barrier()).isEqualTo(all.getLast().target());
    assertThat(start.stride()).isEmpty();
    assertThat(start.tag()).isSameAs(tag);
    assertThat(Accesses.of(DmaWaitOp.create(at, tag, List.of(index), index)).unknown()).isTrue();
  }

  private static Access only(Operation op) {
    List<Access> all = Accesses.of(op).all();
    assertThat(all).hasSize(1);
    return all.getFirst();
  }

  private Operation function() {
    return Objects.requireNonNull(module.region(0).entry().first());
  }

  private static Operation parse() {
    String text =
        """
        "t.f"() ({
        ^bb0(%m: memref<8x8xf32>, %i: index, %x: f32):
          "t.end"() : () -> ()
        }) : () -> ()
        """;
    List<Diagnostic> problems = new ArrayList<>();
    Operation module =
        Parser.parse(
            SourceText.of("test.mlir", text),
            DIALECTS,
            ParseOptions.LENIENT,
            Diagnostics.into(problems));
    assertThat(problems).isEmpty();
    return Objects.requireNonNull(module);
  }

  private void assertPrints(String expected) {
    List<Diagnostic> problems = new ArrayList<>();
    Verifier.verify(module, DIALECTS, null, Diagnostics.into(problems));
    assertThat(problems).isEmpty();
    List<String> lines = Printer.print(module).lines().toList();
    StringBuilder text = new StringBuilder();
    for (String line : lines.subList(3, lines.size() - 4)) {
      text.append(line.substring(4)).append('\n');
    }
    assertThat(text).hasToString(expected);
  }
}
