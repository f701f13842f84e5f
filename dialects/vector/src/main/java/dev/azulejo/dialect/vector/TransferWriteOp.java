// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.vector;

import dev.azulejo.dialect.memref.constraint.AffineMapAttribute;
import dev.azulejo.dialect.vector.constraint.Booleans;
import dev.azulejo.dialect.vector.constraint.MaskVector;
import dev.azulejo.dialect.vector.constraint.RankedTensor;
import dev.azulejo.dialect.vector.constraint.Shaped;
import dev.azulejo.ir.CustomAssembly;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpParser;
import dev.azulejo.ir.OpPrinter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.OperationState;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.access.Access;
import dev.azulejo.ir.affine.AffineExpr;
import dev.azulejo.ir.affine.AffineMap;
import dev.azulejo.ir.builtin.AffineMapAttr;
import dev.azulejo.ir.builtin.ArrayAttr;
import dev.azulejo.ir.builtin.IndexType;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.builtin.ShapedType;
import dev.azulejo.ir.builtin.VectorType;
import dev.azulejo.ir.builtin.constraint.AnyVector;
import dev.azulejo.ir.builtin.constraint.Index;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;
import dev.azulejo.ir.trait.FoldResult;
import dev.azulejo.ir.trait.Foldable;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Writes a vector to a part of a buffer, or gives a tensor with it. Elements that are out of
 * bounds, or that the mask leaves out, are not written.
 */
@OpDef(name = "vector.transfer_write", customAssembly = true)
@Example(
    "vector.transfer_write %v, %m[%i, %j] {in_bounds = [true]} : vector<4xf32>,"
        + " memref<?x?xf32>")
public abstract sealed class TransferWriteOp extends Operation
    implements Transfer, CustomAssembly, Foldable, Maskable, Verified permits TransferWriteOpImpl {

  /** The vector. */
  @Operand(AnyVector.class)
  public abstract Value valueToStore();

  @Override
  @Operand(Shaped.class)
  public abstract Value base();

  @Override
  @Operand(Index.class)
  public abstract List<Value> indices();

  @Override
  @Operand(MaskVector.class)
  public abstract Optional<Value> mask();

  /** The new tensor, where the base is one. */
  @Result(RankedTensor.class)
  public abstract Optional<OpResult> result();

  @Override
  @Attr(value = AffineMapAttribute.class, name = "permutation_map")
  public abstract AffineMapAttr permutationMap();

  @Override
  @Attr(value = Booleans.class, name = "in_bounds")
  public abstract ArrayAttr inBounds();

  /** Makes one along the last dimensions, of which none is known to stay in bounds. */
  public static TransferWriteOp create(
      Inserter at, Value vector, Value base, List<? extends Value> indices) {
    AffineMap map = Transfers.minorIdentity((ShapedType) base.type(), (VectorType) vector.type());
    if (map == null) {
      throw new IllegalArgumentException("the vector has more dimensions than the buffer");
    }
    return create(at, vector, base, indices, map, Transfers.outOfBounds(map.results().size()));
  }

  /** Makes one. */
  public static TransferWriteOp create(
      Inserter at,
      Value vector,
      Value base,
      List<? extends Value> indices,
      AffineMap map,
      ArrayAttr inBounds) {
    return TransferWriteOpImpl.at(at)
        .operand(vector)
        .operand(base)
        .operands(indices)
        .optionalOperand(null)
        .results(base.type() instanceof MemRefType ? List.of() : List.of(base.type()))
        .attribute("permutation_map", AffineMapAttr.of(map))
        .attribute("in_bounds", inBounds)
        .create();
  }

  @Override
  public Value vectorValue() {
    return valueToStore();
  }

  @Override
  public VectorType expectedMask() {
    return Transfers.maskType(Vectors.type(valueToStore()), permutationMap().value());
  }

  @Override
  public void accesses(Consumer<Access> sink) {
    if (base().type() instanceof MemRefType) {
      sink.accept(Access.write(Transfers.region(this)));
    }
  }

  static void parse(OpParser parser, OperationState state) {
    OpParser.Operand vector = parser.operand();
    parser.expect(",");
    OpParser.Operand base = parser.operand();
    parser.expect("[");
    List<OpParser.Operand> indices = parser.operands();
    parser.expect("]");
    OpParser.Operand mask = parser.accept(",") ? parser.operand() : null;
    Transfers.Read types = Transfers.types(parser, state, true);
    state.operand(parser.resolve(vector, types.vector()));
    state.operand(parser.resolve(base, types.base()));
    state.operands(
        parser.resolve(
            indices, Collections.nCopies(indices.size(), IndexType.INSTANCE), state.location()));
    state.operands(Transfers.mask(parser, mask, types));
    state.results(types.base() instanceof MemRefType ? List.of() : List.of(types.base()));
  }

  @Override
  public void print(OpPrinter printer) {
    printer.text(" ").operand(valueToStore()).text(", ").operand(base());
    printer.text("[").operands(indices()).text("]");
    mask().ifPresent(value -> printer.text(", ").operand(value));
    Transfers.dictionary(printer, this, this);
    printer.text(" : ").type(valueToStore().type()).text(", ").type(base().type());
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    String problem = Transfers.problem(this);
    AffineMap map = permutationMap().value();
    if (problem == null && repeats(map)) {
      problem = "should not have broadcast dimensions";
    }
    problem = problem != null ? problem : Transfers.problemOfMap(map);
    if (problem == null && result().isPresent() == base().type() instanceof MemRefType) {
      problem = "gives a tensor if and only if its base is one";
    }
    if (problem == null && result().isPresent() && !result().get().type().equals(base().type())) {
      problem = "result type must match tensor type";
    }
    if (problem != null) {
      diagnostics.report(error("%s", problem));
    }
  }

  private static boolean repeats(AffineMap map) {
    return map.dimensions() > 0
        && map.results().stream().anyMatch(AffineExpr.Constant.class::isInstance);
  }

  @Override
  public FoldResult fold() {
    return Transfers.foldInBounds(this, this) ? FoldResult.inPlace() : FoldResult.unchanged();
  }
}
