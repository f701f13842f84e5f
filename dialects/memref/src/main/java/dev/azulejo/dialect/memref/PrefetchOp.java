// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.memref;

import dev.azulejo.dialect.memref.constraint.BoolAttribute;
import dev.azulejo.dialect.memref.constraint.LocalityHint;
import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.CustomAssembly;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpParser;
import dev.azulejo.ir.OpPrinter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.OperationState;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.access.Access;
import dev.azulejo.ir.access.Accessing;
import dev.azulejo.ir.builtin.IndexType;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.builtin.constraint.AnyMemRef;
import dev.azulejo.ir.builtin.constraint.Index;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.diag.Location;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.trait.FoldResult;
import dev.azulejo.ir.trait.Foldable;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Asks the machine to bring an element near, since it will be read or written soon. */
@OpDef(name = "memref.prefetch", customAssembly = true)
@Example("memref.prefetch %m[%i], read, locality<3>, data : memref<4xf32>")
public abstract sealed class PrefetchOp extends Operation
    implements Accessing, CustomAssembly, Foldable, Verified permits PrefetchOpImpl {
  private static final Set<String> SPELT = Set.of("isWrite", "localityHint", "isDataCache");
  // Keeps it from being taken for useless; what is in memory stays as it is.
  private static final Access.Resource CACHE = new Access.Resource("cache");

  /** The buffer. */
  @Operand(AnyMemRef.class)
  public abstract Value memref();

  /** Which element, one index a dimension. */
  @Operand(Index.class)
  public abstract List<Value> indices();

  /** Will it be written, not read? */
  @Attr(BoolAttribute.class)
  public abstract IntegerAttr isWrite();

  /** How soon it will be used again. */
  @Attr(LocalityHint.class)
  public abstract IntegerAttr localityHint();

  /** Is it data, not instructions? */
  @Attr(BoolAttribute.class)
  public abstract IntegerAttr isDataCache();

  /** Makes one for data. */
  public static PrefetchOp create(
      Inserter at, Value memref, List<? extends Value> indices, boolean isWrite, int locality) {
    return PrefetchOpImpl.at(at)
        .operand(memref)
        .operands(indices)
        .attribute("isWrite", IntegerAttr.bool(isWrite))
        .attribute("localityHint", IntegerAttr.i32(locality))
        .attribute("isDataCache", IntegerAttr.bool(true))
        .create();
  }

  @Override
  public void accesses(Consumer<Access> sink) {
    sink.accept(Access.write(CACHE));
  }

  static void parse(OpParser parser, OperationState state) {
    OpParser.Operand memref = parser.operand();
    parser.expect("[");
    List<OpParser.Operand> indices = parser.operands();
    parser.expect("]");
    parser.expect(",");
    state.attribute(
        "isWrite",
        choice(parser, state, "write", "read", "rw specifier has to be 'read' or 'write'"));
    parser.expect(",");
    parser.expect("locality");
    state.attribute(
        "localityHint", parser.inAngles(() -> IntegerAttr.of(IntegerType.I32, parser.integer())));
    parser.expect(",");
    state.attribute(
        "isDataCache",
        choice(parser, state, "data", "instr", "cache type has to be 'data' or 'instr'"));
    parser.attributeDictionary(state);
    parser.expect(":");
    Location place = parser.location();
    state.operand(parser.resolve(memref, parser.type()));
    state.operands(
        parser.resolve(indices, Collections.nCopies(indices.size(), IndexType.INSTANCE), place));
  }

  private static Attribute choice(
      OpParser parser, OperationState state, String yes, String no, String complaint) {
    if (parser.accept(yes)) {
      return IntegerAttr.bool(true);
    }
    if (parser.accept(no)) {
      return IntegerAttr.bool(false);
    }
    throw parser.error(state.location(), "%s", complaint);
  }

  @Override
  public void print(OpPrinter printer) {
    printer.text(" ").operand(memref()).text("[").operands(indices()).text("]");
    printer.text(isWrite().isTrue() ? ", write" : ", read");
    printer.text(", locality<").number(localityHint().longValue());
    printer.text(isDataCache().isTrue() ? ">, data" : ">, instr");
    printer.attributeDictionary(this, SPELT);
    printer.text(" : ").type(memref().type());
  }

  @Override
  public FoldResult fold() {
    return Casts.foldIntoConsumer(this);
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    if (indices().size() != ((MemRefType) memref().type()).rank()) {
      diagnostics.report(error("too few indices"));
    }
  }
}
