// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.vector;

import dev.azulejo.dialect.memref.constraint.AffineMapAttribute;
import dev.azulejo.dialect.vector.constraint.Booleans;
import dev.azulejo.dialect.vector.constraint.MaskVector;
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
import dev.azulejo.ir.affine.AffineMap;
import dev.azulejo.ir.builtin.AffineMapAttr;
import dev.azulejo.ir.builtin.ArrayAttr;
import dev.azulejo.ir.builtin.IndexType;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.builtin.ShapedType;
import dev.azulejo.ir.builtin.VectorType;
import dev.azulejo.ir.builtin.constraint.AnyType;
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
 * Reads a vector from a part of a buffer or of a tensor. Elements that are out of bounds, or that
 * the mask leaves out, are the padding.
 */
@OpDef(name = "vector.transfer_read", customAssembly = true)
@Example(
    "%0 = vector.transfer_read %m[%i, %j], %x {in_bounds = [true]} : memref<?x?xf32>,"
        + " vector<4xf32>")
public abstract sealed class TransferReadOp extends Operation
    implements Transfer, CustomAssembly, Foldable, Maskable, Verified permits TransferReadOpImpl {

  @Override
  @Operand(Shaped.class)
  public abstract Value base();

  @Override
  @Operand(Index.class)
  public abstract List<Value> indices();

  /** What stands for elements that are out of bounds. */
  @Operand(AnyType.class)
  public abstract Value padding();

  @Override
  @Operand(MaskVector.class)
  public abstract Optional<Value> mask();

  /** The vector. */
  @Result(AnyVector.class)
  public abstract OpResult vector();

  @Override
  @Attr(value = AffineMapAttribute.class, name = "permutation_map")
  public abstract AffineMapAttr permutationMap();

  @Override
  @Attr(value = Booleans.class, name = "in_bounds")
  public abstract ArrayAttr inBounds();

  /** Makes one along the last dimensions, of which none is known to stay in bounds. */
  public static TransferReadOp create(
      Inserter at, VectorType type, Value base, List<? extends Value> indices, Value padding) {
    AffineMap map = Transfers.minorIdentity((ShapedType) base.type(), type);
    if (map == null) {
      throw new IllegalArgumentException("the vector has more dimensions than the buffer");
    }
    return create(
        at, type, base, indices, padding, map, Transfers.outOfBounds(map.results().size()));
  }

  /** Makes one. */
  public static TransferReadOp create(
      Inserter at,
      VectorType type,
      Value base,
      List<? extends Value> indices,
      Value padding,
      AffineMap map,
      ArrayAttr inBounds) {
    return TransferReadOpImpl.at(at)
        .operand(base)
        .operands(indices)
        .operand(padding)
        .optionalOperand(null)
        .result(type)
        .attribute("permutation_map", AffineMapAttr.of(map))
        .attribute("in_bounds", inBounds)
        .create();
  }

  @Override
  public Value vectorValue() {
    return vector();
  }

  @Override
  public VectorType expectedMask() {
    return Transfers.maskType(Vectors.type(vector()), permutationMap().value());
  }

  @Override
  public boolean takesPassthru() {
    return true;
  }

  @Override
  public void accesses(Consumer<Access> sink) {
    if (base().type() instanceof MemRefType) {
      sink.accept(Access.read(Transfers.region(this)));
    }
  }

  static void parse(OpParser parser, OperationState state) {
    OpParser.Operand base = parser.operand();
    parser.expect("[");
    List<OpParser.Operand> indices = parser.operands();
    parser.expect("]");
    parser.expect(",");
    OpParser.Operand padding = parser.operand();
    OpParser.Operand mask = parser.accept(",") ? parser.operand() : null;
    Transfers.Read types = Transfers.types(parser, state, false);
    state.operand(parser.resolve(base, types.base()));
    state.operands(
        parser.resolve(
            indices, Collections.nCopies(indices.size(), IndexType.INSTANCE), state.location()));
    state.operand(parser.resolve(padding, types.base().elementType()));
    state.operands(Transfers.mask(parser, mask, types));
    state.result(types.vector());
  }

  @Override
  public void print(OpPrinter printer) {
    printer.text(" ").operand(base()).text("[").operands(indices()).text("], ");
    printer.operand(padding());
    mask().ifPresent(value -> printer.text(", ").operand(value));
    Transfers.dictionary(printer, this, this);
    printer.text(" : ").type(base().type()).text(", ").type(vector().type());
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    String problem = Transfers.problem(this);
    if (problem == null && !padding().type().equals(Vectors.elementType(base()))) {
      problem = "requires formal padding and source of the same elemental type";
    }
    problem = problem != null ? problem : Transfers.problemOfMap(permutationMap().value());
    if (problem != null) {
      diagnostics.report(error("%s", problem));
    }
  }

  @Override
  public FoldResult fold() {
    return Transfers.foldInBounds(this, this) ? FoldResult.inPlace() : FoldResult.unchanged();
  }
}
