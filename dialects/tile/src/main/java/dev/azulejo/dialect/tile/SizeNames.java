// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.tile;

import dev.azulejo.ir.AsmText;
import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.BlockArgument;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.ArrayAttr;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.builtin.StringAttr;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.function.PartAttributes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The names of sizes that callers choose: {@code ["M", "K"]} as {@value TileDialect#SIZES} of an
 * argument. Sizes of one name are equal, in all arguments of a function; who runs the function
 * checks it. An empty name is none.
 */
public final class SizeNames {
  private SizeNames() {}

  /** The size of a buffer in a dimension. */
  public record Size(Value buffer, int dimension) {
    /** The number that the type of the buffer says, or {@link MemRefType#DYNAMIC}. */
    public long number() {
      return buffer.type() instanceof MemRefType type
          ? type.shape()[dimension]
          : MemRefType.DYNAMIC;
    }
  }

  /** The first size in its function that is the same by name; itself where it has none. */
  public static Size first(Value buffer, int dimension) {
    Size own = new Size(buffer, dimension);
    if (!(buffer instanceof BlockArgument argument)) {
      return own;
    }
    String name = name(argument, dimension);
    if (name.isEmpty()) {
      return own;
    }
    for (BlockArgument other : argument.owner().arguments()) {
      int rank = other.type() instanceof MemRefType type ? type.rank() : 0;
      for (int i = 0; i < rank; i++) {
        if (name(other, i).equals(name)) {
          return new Size(other, i);
        }
      }
    }
    return own;
  }

  private static String name(BlockArgument argument, int dimension) {
    List<String> names = of(ofArgument(argument, TileDialect.SIZES));
    return dimension < names.size() ? names.get(dimension) : "";
  }

  /** The names that an attribute says; none where it says nothing that is understood. */
  public static List<String> of(@Nullable Attribute attribute) {
    List<String> names = new ArrayList<>();
    if (attribute instanceof ArrayAttr array) {
      for (Attribute element : array.elements()) {
        if (!(element instanceof StringAttr name)) {
          return List.of();
        }
        names.add(name.value());
      }
    }
    return names;
  }

  /** The attribute of a function's argument, or null. */
  static @Nullable Attribute ofArgument(BlockArgument argument, String name) {
    Operation function = argument.owner().parentOp();
    return function == null || argument.owner() != function.region(0).entry()
        ? null
        : PartAttributes.of(PartAttributes.ofArguments(function), argument.index()).get(name);
  }

  static void verify(Operation function, int index, Attribute attribute, Diagnostics diagnostics) {
    List<String> names = of(attribute);
    boolean good = !names.isEmpty();
    for (String name : names) {
      good &= name.matches("\\w*");
    }
    if (!good) {
      diagnostics.report(
          function.error(
              "attribute '%s' of argument #%d must be a list of names, such as [\"M\", \"K\"]",
              TileDialect.SIZES, index));
      return;
    }
    if (function.regionCount() == 0
        || function.region(0).isEmpty()
        || index >= function.region(0).entry().arguments().size()) {
      return;
    }
    Type type = function.region(0).entry().argument(index).type();
    int wanted = type instanceof MemRefType memref ? memref.rank() : 0;
    if (names.size() != wanted) {
      diagnostics.report(
          function.error(
              "attribute '%s' of argument #%d has %d names, but %s takes %d",
              TileDialect.SIZES, index, names.size(), AsmText.ofType(type), wanted));
    }
  }
}
