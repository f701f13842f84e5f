// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx;

import dev.azulejo.dialect.ptx.constraint.AddressTypeOf;
import dev.azulejo.dialect.ptx.constraint.AddressableBuffer;
import dev.azulejo.dialect.ptx.constraint.I32OrI64;
import dev.azulejo.dialect.ptx.constraint.SpaceOf;
import dev.azulejo.dialect.ptx.instruction.Instruction;
import dev.azulejo.dialect.ptx.instruction.Part;
import dev.azulejo.dialect.ptx.instruction.Syntax;
import dev.azulejo.dialect.ptx.instruction.TypeWords;
import dev.azulejo.ir.CustomAssembly;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpParser;
import dev.azulejo.ir.OpPrinter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.OperationState;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.access.Offset;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.builtin.DenseArrayAttr;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.builtin.MixedIndices;
import dev.azulejo.ir.builtin.Strides;
import dev.azulejo.ir.builtin.constraint.I64ArrayAttribute;
import dev.azulejo.ir.builtin.constraint.Index;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.diag.Location;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;
import dev.azulejo.ir.spec.TypeRule;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Gives the address of an element of a buffer: i32 in shared memory, else i64. On rung 3 the buffer
 * may be any and indices may be values; on rung 4, where this is one instruction, the buffer is of
 * {@code ptx.shared} or {@code ptx.local} and indices are constants.
 */
@OpDef(name = "ptx.address", customAssembly = true)
@TypeRule(target = "result", from = "buffer", rule = AddressTypeOf.class)
@Example("%a = ptx.address %As[%i, 8] : memref<128x32xf16, \"shared\">")
public abstract sealed class AddressOp extends Operation
    implements CustomAssembly, Instruction, Pure, Verified permits AddressOpImpl {
  private static final Set<String> SPELT = Set.of("offsets");

  /** The buffer. */
  @Operand(AddressableBuffer.class)
  public abstract Value buffer();

  /** The indices that are values. */
  @Operand(Index.class)
  public abstract List<Value> indices();

  /** The indices that are constants. */
  @Attr(I64ArrayAttribute.class)
  public abstract DenseArrayAttr offsets();

  /** The address. */
  @Result(I32OrI64.class)
  public abstract OpResult result();

  /** Makes one. */
  public static AddressOp create(Inserter at, Value buffer, List<Offset> indices) {
    String space = SpaceOf.word(buffer.type());
    return AddressOpImpl.at(at)
        .operand(buffer)
        .operands(MixedIndices.values(indices))
        .result(SpaceOf.address(space == null ? "" : space))
        .attribute("offsets", MixedIndices.constants(indices))
        .create();
  }

  /** The indices, constants and values. */
  public List<Offset> allIndices() {
    return MixedIndices.offsets(offsets(), indices());
  }

  /** How many bytes the element stands behind the buffer's start; empty where that varies. */
  public Optional<Long> byteOffset() {
    if (!indices().isEmpty() || !(buffer().type() instanceof MemRefType type)) {
      return Optional.empty();
    }
    Strides strides = Strides.of(type);
    if (strides == null) {
      return Optional.empty();
    }
    long elements = strides.offset();
    long[] constants = offsets().asLongs();
    for (int i = 0; i < constants.length; i++) {
      if (strides.stride(i) == MemRefType.DYNAMIC) {
        return Optional.empty();
      }
      elements += constants[i] * strides.stride(i);
    }
    return elements < 0 ? Optional.empty() : Optional.of(elements * bits(type) / Byte.SIZE);
  }

  private static long bits(MemRefType type) {
    return MemRefType.of(new long[] {1}, type.elementType()).bitSize();
  }

  static void parse(OpParser parser, OperationState state) {
    OpParser.Operand buffer = parser.operand();
    Location place = parser.location();
    MixedIndices indices = MixedIndices.parse(parser, "[", "]");
    parser.attributeDictionary(state);
    parser.expect(":");
    Type type = parser.type();
    String space = SpaceOf.word(type);
    if (space == null) {
      throw parser.error(place, "expected the type of a memref in global, shared or local memory");
    }
    state.operand(parser.resolve(buffer, type));
    state.operands(indices.resolve(parser));
    state.attribute("offsets", indices.constants());
    state.result(SpaceOf.address(space));
  }

  @Override
  public void print(OpPrinter printer) {
    printer.text(" ").operand(buffer()).text("[");
    MixedIndices.print(printer, allIndices());
    printer.text("]");
    printer.attributeDictionary(this, SPELT);
    printer.text(" : ").type(buffer().type());
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(this, "mov")
        .word(TypeWords.unsigned(result().type()))
        .result(result())
        .part(new Part.Symbol(buffer(), byteOffset().orElse(0L), false));
  }

  @Override
  public Optional<String> obstacle() {
    return byteOffset().isPresent()
        ? Optional.empty()
        : Optional.of("has indices or strides that are not constants");
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    int rank = buffer().type() instanceof MemRefType type ? type.rank() : 0;
    if (offsets().asLongs().length != rank) {
      diagnostics.report(
          error("has %d indices, but its buffer has %d dimensions", offsets().size(), rank));
    } else if (!MixedIndices.fits(offsets(), indices())) {
      diagnostics.report(error("has indices that don't fit the number of values given for them"));
    }
  }
}
