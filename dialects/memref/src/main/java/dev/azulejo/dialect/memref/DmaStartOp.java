// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.memref;

import dev.azulejo.ir.CustomAssembly;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpParser;
import dev.azulejo.ir.OpPrinter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.OperationState;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.access.Access;
import dev.azulejo.ir.access.Accessing;
import dev.azulejo.ir.access.BufferRegion;
import dev.azulejo.ir.builtin.IndexType;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.builtin.MixedIndices;
import dev.azulejo.ir.builtin.constraint.AnyType;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.trait.FoldResult;
import dev.azulejo.ir.trait.Foldable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Starts a copy of elements from one buffer to another, which is over when {@code memref.dma_wait}
 * on the tag is. With strides, {@code elementsPerStride} elements are read side by side, and the
 * next ones {@code stride} further.
 */
@OpDef(name = "memref.dma_start", customAssembly = true)
@Example(
    "memref.dma_start %a[%i], %b[%i], %n, %tag[%i] : memref<64xf32>, memref<8xf32, 1>,"
        + " memref<1xi32>")
public abstract sealed class DmaStartOp extends Operation
    implements Accessing, CustomAssembly, Foldable, Verified permits DmaStartOpImpl {
  private static final int LEAST_OPERANDS = 4;

  /** All operands; the other accessors tell them apart once the operation has been verified. */
  @Operand(AnyType.class)
  public abstract List<Value> operandValues();

  /** Makes one without strides. */
  public static DmaStartOp create(
      Inserter at,
      Value source,
      List<? extends Value> sourceIndices,
      Value target,
      List<? extends Value> targetIndices,
      Value elements,
      Value tag,
      List<? extends Value> tagIndices) {
    List<Value> operands = new ArrayList<>();
    operands.add(source);
    operands.addAll(sourceIndices);
    operands.add(target);
    operands.addAll(targetIndices);
    operands.add(elements);
    operands.add(tag);
    operands.addAll(tagIndices);
    return DmaStartOpImpl.at(at).operands(operands).create();
  }

  private static int rank(Value memref) {
    return memref.type() instanceof MemRefType type ? type.rank() : 0;
  }

  private int targetPlace() {
    return 1 + rank(source());
  }

  private int elementsPlace() {
    return targetPlace() + 1 + rank(target());
  }

  private int stridePlace() {
    return elementsPlace() + 2 + rank(tag());
  }

  /** What is read. */
  public Value source() {
    return operand(0);
  }

  /** Where reading begins. */
  public List<Value> sourceIndices() {
    return operands().subList(1, targetPlace());
  }

  /** What is written. */
  public Value target() {
    return operand(targetPlace());
  }

  /** Where writing begins. */
  public List<Value> targetIndices() {
    return operands().subList(targetPlace() + 1, elementsPlace());
  }

  /** How many elements are copied. */
  public Value elements() {
    return operand(elementsPlace());
  }

  /** What to wait on. */
  public Value tag() {
    return operand(elementsPlace() + 1);
  }

  /** Which element of the tag. */
  public List<Value> tagIndices() {
    return operands().subList(elementsPlace() + 2, stridePlace());
  }

  /** How far to go behind each run of elements, where it is given. */
  public Optional<Value> stride() {
    return isStrided() ? Optional.of(operand(stridePlace())) : Optional.empty();
  }

  /** How many elements are in a run, where it is given. */
  public Optional<Value> elementsPerStride() {
    return isStrided() ? Optional.of(operand(stridePlace() + 1)) : Optional.empty();
  }

  private boolean isStrided() {
    return operandCount() != stridePlace();
  }

  /** Both sides are over with the tag, not with the operation. */
  @Override
  public void accesses(Consumer<Access> sink) {
    BufferRegion tag = BufferRegion.element(tag(), MixedIndices.offsets(tagIndices()));
    sink.accept(Access.read(BufferRegion.whole(source())).completingOn(tag));
    sink.accept(Access.write(BufferRegion.whole(target())).completingOn(tag));
    sink.accept(Access.write(tag));
  }

  static void parse(OpParser parser, OperationState state) {
    List<OpParser.Operand> operands = new ArrayList<>();
    int source = element(parser, operands);
    parser.expect(",");
    int target = element(parser, operands);
    parser.expect(",");
    operands.add(parser.operand());
    parser.expect(",");
    int tag = element(parser, operands);
    if (parser.accept(",")) {
      List<OpParser.Operand> strides = parser.operands();
      if (strides.size() != 2) {
        throw parser.error(state.location(), "expected two stride related operands");
      }
      operands.addAll(strides);
    }
    parser.attributeDictionary(state);
    parser.expect(":");
    List<Type> written = parser.types();
    if (written.size() != 3) {
      throw parser.error(state.location(), "fewer/more types expected");
    }
    List<Type> types = new ArrayList<>(Collections.nCopies(operands.size(), IndexType.INSTANCE));
    types.set(source, written.get(0));
    types.set(target, written.get(1));
    types.set(tag, written.get(2));
    state.operands(parser.resolve(operands, types, state.location()));
  }

  /** Takes {@code %m[%i, %j]} and returns the place of the buffer among the operands. */
  private static int element(OpParser parser, List<OpParser.Operand> operands) {
    int place = operands.size();
    operands.add(parser.operand());
    parser.expect("[");
    operands.addAll(parser.operands());
    parser.expect("]");
    return place;
  }

  @Override
  public void print(OpPrinter printer) {
    printer.text(" ").operand(source()).text("[").operands(sourceIndices()).text("], ");
    printer.operand(target()).text("[").operands(targetIndices()).text("], ");
    printer.operand(elements()).text(", ");
    printer.operand(tag()).text("[").operands(tagIndices()).text("]");
    if (isStrided()) {
      printer.text(", ").operands(operands().subList(stridePlace(), operandCount()));
    }
    printer.attributeDictionary(this, Set.of());
    printer.text(" : ").typesOf(List.of(source(), target(), tag()));
  }

  @Override
  public FoldResult fold() {
    return Casts.foldIntoConsumer(this);
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    String problem = problem();
    if (problem != null) {
      diagnostics.report(error("%s", problem));
    }
  }

  private @Nullable String problem() {
    int count = operandCount();
    if (count < LEAST_OPERANDS) {
      return "expected at least 4 operands";
    }
    if (!(source().type() instanceof MemRefType)) {
      return "expected source to be of memref type";
    }
    if (count < targetPlace() + 3) {
      return "expected at least %d operands".formatted(targetPlace() + 3);
    }
    if (!areIndices(sourceIndices())) {
      return "expected source indices to be of index type";
    }
    if (!(target().type() instanceof MemRefType)) {
      return "expected destination to be of memref type";
    }
    if (count < elementsPlace() + 2) {
      return "expected at least %d operands".formatted(elementsPlace() + 2);
    }
    if (!areIndices(targetIndices())) {
      return "expected destination indices to be of index type";
    }
    return problemOfRest(count);
  }

  private @Nullable String problemOfRest(int count) {
    if (!areIndices(List.of(elements()))) {
      return "expected num elements to be of index type";
    }
    if (!(tag().type() instanceof MemRefType)) {
      return "expected tag to be of memref type";
    }
    if (count < stridePlace()) {
      return "expected at least %d operands".formatted(stridePlace());
    }
    if (!areIndices(tagIndices())) {
      return "expected tag indices to be of index type";
    }
    if (count != stridePlace() && count != stridePlace() + 2) {
      return "incorrect number of operands";
    }
    return areIndices(operands().subList(stridePlace(), count))
        ? null
        : "expected stride and num elements per stride to be of type index";
  }

  private static boolean areIndices(List<Value> values) {
    for (Value value : values) {
      if (!value.type().equals(IndexType.INSTANCE)) {
        return false;
      }
    }
    return true;
  }
}
