// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.memref;

import dev.azulejo.dialect.memref.constraint.ScalarMemRef;
import dev.azulejo.dialect.memref.constraint.StridedMemRef;
import dev.azulejo.ir.AsmText;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.access.ViewLike;
import dev.azulejo.ir.builtin.IndexType;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.builtin.ShapedType;
import dev.azulejo.ir.builtin.Strides;
import dev.azulejo.ir.builtin.constraint.Index;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.rewrite.Canonicalizable;
import dev.azulejo.ir.rewrite.Rewriter;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;
import dev.azulejo.ir.trait.NamesResults;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiConsumer;

/** The memory of a buffer, and where in it the buffer's elements are. */
@OpDef(
    name = "memref.extract_strided_metadata",
    format = "$source `:` type($source) `->` type(results) attr-dict")
@Example(
    "%base, %offset, %size, %stride = memref.extract_strided_metadata %m : memref<?xf32> ->"
        + " memref<f32>, index, index, index")
public abstract sealed class ExtractStridedMetadataOp extends Operation
    implements Pure, ViewLike, Canonicalizable, NamesResults, Verified
    permits ExtractStridedMetadataOpImpl {
  private static final int FIRST_SIZE = 2;

  /** The buffer. */
  @Operand(StridedMemRef.class)
  public abstract Value source();

  /** Its memory. */
  @Result(ScalarMemRef.class)
  public abstract OpResult baseBuffer();

  /** Where the first element is. */
  @Result(Index.class)
  public abstract OpResult offset();

  /** The sizes and then the strides, one a dimension each. */
  @Result(Index.class)
  public abstract List<OpResult> sizesAndStrides();

  /** Makes one. */
  public static ExtractStridedMetadataOp create(Inserter at, Value source) {
    MemRefType type = (MemRefType) source.type();
    return ExtractStridedMetadataOpImpl.at(at)
        .operand(source)
        .result(baseType(type))
        .result(IndexType.INSTANCE)
        .results(Collections.nCopies(2 * type.rank(), IndexType.INSTANCE))
        .create();
  }

  private static MemRefType baseType(MemRefType type) {
    return MemRefType.of(new long[0], type.elementType(), null, type.memorySpace());
  }

  /** The sizes. */
  public List<OpResult> sizes() {
    List<OpResult> all = sizesAndStrides();
    return all.subList(0, all.size() / 2);
  }

  /** The strides. */
  public List<OpResult> strides() {
    List<OpResult> all = sizesAndStrides();
    return all.subList(all.size() / 2, all.size());
  }

  @Override
  public Value viewSource() {
    return source();
  }

  @Override
  public void nameResults(BiConsumer<Value, String> namer) {
    namer.accept(baseBuffer(), "base_buffer");
    namer.accept(offset(), "offset");
    if (!sizesAndStrides().isEmpty()) {
      namer.accept(sizes().getFirst(), "sizes");
      namer.accept(strides().getFirst(), "strides");
    }
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    MemRefType type = (MemRefType) source().type();
    List<Type> wanted = new ArrayList<>();
    wanted.add(baseType(type));
    wanted.addAll(Collections.nCopies(1 + 2 * type.rank(), IndexType.INSTANCE));
    if (!wanted.equals(resultTypes())) {
      diagnostics.report(
          error(
              "inferred type(s) %s are incompatible with return type(s) of operation %s",
              texts(wanted), texts(resultTypes())));
    }
  }

  private static String texts(List<Type> types) {
    StringBuilder text = new StringBuilder();
    for (Type type : types) {
      text.append(text.isEmpty() ? "'" : ", '").append(AsmText.ofType(type)).append('\'');
    }
    return text.toString();
  }

  /** What the type says needs not be asked for. */
  @Override
  public boolean canonicalize(Rewriter rewriter) {
    MemRefType type = (MemRefType) source().type();
    Strides strides = Strides.of(type);
    if (strides == null) {
      return false;
    }
    boolean changed = replace(offset(), strides.offset(), rewriter);
    for (int i = 0; i < type.rank(); i++) {
      changed |= replace(result(FIRST_SIZE + i), type.shape()[i], rewriter);
      changed |= replace(result(FIRST_SIZE + type.rank() + i), strides.stride(i), rewriter);
    }
    return changed;
  }

  private boolean replace(OpResult result, long value, Rewriter rewriter) {
    if (value == ShapedType.DYNAMIC || result.isUnused()) {
      return false;
    }
    Value constant =
        rewriter.constant(rewriter.before(this), IntegerAttr.index(value), IndexType.INSTANCE);
    if (constant == null) {
      return false;
    }
    rewriter.replaceAllUses(result, constant);
    return true;
  }
}
