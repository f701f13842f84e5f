// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.tile;

import dev.azulejo.ir.AsmParser;
import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.Dialect;
import dev.azulejo.ir.NamedAttribute;
import dev.azulejo.ir.OpSchema;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.builtin.StringAttr;
import dev.azulejo.ir.builtin.SymbolRefAttr;
import dev.azulejo.ir.builtin.TypedAttr;
import dev.azulejo.ir.diag.Diagnostics;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The dialect of tiles. */
public final class TileDialect implements Dialect {
  /** Its name. */
  public static final String NAME = "tile";

  /** On a function or module: the architecture that it is compiled for, such as {@code "sm_80"}. */
  public static final String TARGET = "tile.target";

  /** On an argument of a function: the generator of its data in runs and tests. */
  public static final String DATA = "tile.data";

  /** On a function: the function of plain loops that computes the same. */
  public static final String REFERENCE = "tile.reference";

  /** On an argument of a function: how its result is compared, such as {@code "exact"}. */
  public static final String ACCEPT = "tile.accept";

  /**
   * On an argument of a function: what its sizes, or it, are multiples of; {@link Divisibility}.
   */
  public static final String DIVISIBLE = "tile.divisible";

  /** On a load of an element: what it gives where that is outside of its tensor. */
  public static final String SAFE = "tile.safe";

  /** On an argument of a function: names for its sizes, of which equal ones are equal. */
  public static final String SIZES = "tile.sizes";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public @Nullable OpSchema operation(String mnemonic) {
    return TileOps.find(mnemonic);
  }

  @Override
  public List<String> operationNames() {
    return TileOps.names();
  }

  @Override
  public @Nullable Attribute parseAttribute(AsmParser parser, String mnemonic) {
    return mnemonic.equals(LayoutAttr.MNEMONIC) ? LayoutAttr.parse(parser) : null;
  }

  @Override
  public void verifyAttribute(Operation op, NamedAttribute attribute, Diagnostics diagnostics) {
    switch (attribute.name()) {
      case TARGET -> {
        if (!(attribute.value() instanceof StringAttr name)) {
          diagnostics.report(op.error("attribute '%s' must be a string", attribute.name()));
        } else if (Target.parse(name.value()) == null) {
          diagnostics.report(
              op.error(
                      "attribute '%s' names no architecture known here: \"%s\"",
                      attribute.name(), name.value())
                  .note(op.location(), "known are such as \"sm_80\", \"sm_90a\" and \"gfx942\""));
        }
      }
      case DATA, ACCEPT -> {
        if (!(attribute.value() instanceof StringAttr)) {
          diagnostics.report(op.error("attribute '%s' must be a string", attribute.name()));
        }
      }
      case REFERENCE -> {
        if (!(attribute.value() instanceof SymbolRefAttr)) {
          diagnostics.report(op.error("attribute '%s' must name a function", attribute.name()));
        }
      }
      case SAFE -> {
        boolean isValue =
            op.resultCount() == 1
                && attribute.value() instanceof TypedAttr value
                && value.type().equals(op.result(0).type());
        if (!isValue) {
          diagnostics.report(
              op.error("attribute '%s' must be a value of the result's type", attribute.name()));
        }
      }
      default ->
          diagnostics.report(op.error("attribute '%s' is not one of tile's", attribute.name()));
    }
  }

  @Override
  public void verifyArgumentAttribute(
      Operation function, int argument, NamedAttribute attribute, Diagnostics diagnostics) {
    if (attribute.name().equals(DIVISIBLE)) {
      Divisibility.verify(function, argument, attribute.value(), diagnostics);
    } else if (attribute.name().equals(SIZES)) {
      SizeNames.verify(function, argument, attribute.value(), diagnostics);
    }
  }
}
