// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.vector;

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
import dev.azulejo.ir.affine.AffineExpr;
import dev.azulejo.ir.affine.AffineMap;
import dev.azulejo.ir.builtin.ArrayAttr;
import dev.azulejo.ir.builtin.FloatType;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.VectorType;
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
class VectorAccessTest {
  private static final Dialects DIALECTS =
      new Dialects(List.of(new ArithDialect(), new BuiltinDialect(), new VectorDialect()));
  private static final VectorType TWO_BY_FOUR = VectorType.of(new long[] {2, 4}, FloatType.F32);
  private static final VectorType FOUR = VectorType.of(new long[] {4}, FloatType.F32);

  private final Operation module = parse();
  private final Block body = function().region(0).entry();
  private final Inserter at = Inserter.before(Objects.requireNonNull(body.last()));
  private final Value buffer = body.argument(0);
  private final Value index = body.argument(1);
  private final Value number = body.argument(2);
  private final Value matrix = body.argument(3);

  @Test
  void aLoadCoversTheLastDimensions() {
    Value two = ConstantOp.index(at, 2);
    Operation row = LoadOp.create(at, FOUR, buffer, List.of(index, two));
    Operation tile = StoreOp.create(at, matrix, buffer, List.of(index, two));
    assertThat(only(row).isRead()).isTrue();
    assertThat(only(row).target()).isEqualTo(region(List.of(Offset.of(index), Offset.of(2)), 1, 4));
    assertThat(only(tile).isWrite()).isTrue();
    assertThat(only(tile).target())
        .isEqualTo(region(List.of(Offset.of(index), Offset.of(2)), 2, 4));
  }

  @Test
  void loadsBesideEachOtherAreDisjoint() {
    Value zero = ConstantOp.index(at, 0);
    Value four = ConstantOp.index(at, 4);
    Value two = ConstantOp.index(at, 2);
    Access left = only(LoadOp.create(at, FOUR, buffer, List.of(index, zero)));
    Access right = only(LoadOp.create(at, FOUR, buffer, List.of(index, four)));
    Access middle = only(LoadOp.create(at, FOUR, buffer, List.of(index, two)));
    assertThat(left.mayConflict(right)).isFalse();
    assertThat(left.mayConflict(middle)).isTrue();
  }

  @Test
  void aTransferCoversWhatItsMapSays() {
    AffineMap turned = AffineMap.permutation(2, 1, 0);
    ArrayAttr bounds = ArrayAttr.of(List.of(IntegerAttr.bool(true), IntegerAttr.bool(false)));
    List<Value> origin = List.of(index, index);
    Operation read = TransferReadOp.create(at, TWO_BY_FOUR, buffer, origin, number, turned, bounds);
    AffineMap repeated =
        AffineMap.of(2, 0, List.of(AffineExpr.constant(0), AffineExpr.dimension(1)));
    Operation row =
        TransferReadOp.create(at, TWO_BY_FOUR, buffer, origin, number, repeated, bounds);
    Operation write = TransferWriteOp.create(at, matrix, buffer, origin);
    List<Offset> offsets = List.of(Offset.of(index), Offset.of(index));
    assertThat(only(read).target()).isEqualTo(region(offsets, 4, 2));
    assertThat(only(row).target()).isEqualTo(region(offsets, 1, 4));
    assertThat(only(write).target()).isEqualTo(region(offsets, 2, 4));
    assertPrints(
        """
        %0 = vector.transfer_read %arg0[%arg1, %arg1], %arg2 \
        {in_bounds = [true, false], permutation_map = #map} : memref<8x8xf32>, vector<2x4xf32>
        %1 = vector.transfer_read %arg0[%arg1, %arg1], %arg2 \
        {in_bounds = [true, false], permutation_map = #map1} : memref<8x8xf32>, vector<2x4xf32>
        vector.transfer_write %arg3, %arg0[%arg1, %arg1] : vector<2x4xf32>, memref<8x8xf32>
        """,
        2);
  }

  @Test
  void whatIsMadeFromJavaIsWhatIsRead() {
    Value row = ExtractOp.create(at, matrix, List.of(Offset.of(1))).result();
    Value filled = BroadcastOp.create(at, FOUR, number).vector();
    Value sum = FMAOp.create(at, row, filled, row).result();
    Value mixed = ShuffleOp.create(at, row, sum, 0, 5).vector();
    Value all = ReductionOp.create(at, CombiningKind.ADD, mixed, number).dest();
    Value back = InsertOp.create(at, all, matrix, List.of(Offset.of(0), Offset.of(index))).result();
    Value turned = TransposeOp.create(at, back, 1, 0).result();
    MultiDimReductionOp.create(at, CombiningKind.MAXNUMF, turned, row, 1);
    OuterProductOp.create(at, CombiningKind.ADD, row, sum, null);
    ContractionOp.create(
        at,
        CombiningKind.ADD,
        row,
        sum,
        all,
        List.of(AffineMap.identity(1), AffineMap.identity(1), AffineMap.of(1, 0, List.of())),
        List.of(IteratorType.REDUCTION));
    assertPrints(
        """
        %0 = vector.extract %arg3[1] : vector<4xf32> from vector<2x4xf32>
        %1 = vector.broadcast %arg2 : f32 to vector<4xf32>
        %2 = vector.fma %0, %1, %0 : vector<4xf32>
        %3 = vector.shuffle %0, %2 [0, 5] : vector<4xf32>, vector<4xf32>
        %4 = vector.reduction <add>, %3, %arg2 : vector<2xf32> into f32
        %5 = vector.insert %4, %arg3 [0, %arg1] : f32 into vector<2x4xf32>
        %6 = vector.transpose %5, [1, 0] : vector<2x4xf32> to vector<4x2xf32>
        %7 = vector.multi_reduction <maxnumf>, %6, %0 [1] : vector<4x2xf32> to vector<4xf32>
        %8 = vector.outerproduct %0, %2 : vector<4xf32>, vector<4xf32>
        %9 = vector.contract {indexing_maps = [#map, #map, #map1], \
        iterator_types = ["reduction"], kind = #vector.kind<add>} %0, %2, %4 : \
        vector<4xf32>, vector<4xf32> into f32
        """,
        2);
  }

  @Test
  void printsKeepTheirOrder() {
    assertThat(Accesses.of(PrintOp.create(at, number)).mayWrite()).isTrue();
    assertThat(Accesses.of(VectorScaleOp.create(at)).isEmpty()).isTrue();
  }

  private BufferRegion region(List<Offset> offsets, long rows, long columns) {
    return new BufferRegion(buffer, offsets, List.of(rows, columns));
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
        ^bb0(%m: memref<8x8xf32>, %i: index, %x: f32, %v: vector<2x4xf32>):
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

  private void assertPrints(String expected, int aliases) {
    List<Diagnostic> problems = new ArrayList<>();
    Verifier.verify(module, DIALECTS, null, Diagnostics.into(problems));
    assertThat(problems).isEmpty();
    List<String> lines = Printer.print(module).lines().toList();
    StringBuilder text = new StringBuilder();
    for (String line : lines.subList(3 + aliases, lines.size() - 4)) {
      text.append(line.substring(4)).append('\n');
    }
    assertThat(text).hasToString(expected);
  }
}
