// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.tile;

import dev.azulejo.ir.Aliased;
import dev.azulejo.ir.AsmParser;
import dev.azulejo.ir.AsmPrinter;
import dev.azulejo.ir.RawText;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.layout.Layout;
import dev.azulejo.ir.layout.Placement;
import dev.azulejo.ir.layout.Shape;
import dev.azulejo.ir.layout.text.PlacementReader;
import dev.azulejo.ir.layout.text.Reading;

/**
 * Where the elements of a buffer, or the points of a loop, live: a layout or a fragment. {@code
 * #tile.layout<[16, 8] -> (d0 * 8 + d1)>}.
 */
public record LayoutAttr(Placement placement) implements Aliased {
  static final String MNEMONIC = "layout";

  static LayoutAttr parse(AsmParser parser) {
    RawText raw = parser.rawInAngles();
    return switch (PlacementReader.read(raw.text())) {
      case Reading.Done(Placement placement) -> new LayoutAttr(placement);
      case Reading.Failed(int offset, String message) ->
          throw parser.error(raw.at(offset), "%s", message);
    };
  }

  @Override
  public String aliasStem() {
    return MNEMONIC;
  }

  @Override
  public void print(AsmPrinter printer) {
    printer.text("#tile.layout<").text(placement.toString()).text(">");
  }

  /** Is it for a buffer of this type? */
  boolean fits(MemRefType type) {
    return type.rank() == placement.inputShape().rank() && fitsLast(type);
  }

  /**
   * Is it for one of the copies that a buffer of this type has: for a tile of its last dimensions?
   */
  boolean fitsPartOf(MemRefType type) {
    return type.rank() > placement.inputShape().rank()
        && type.rank() <= Layout.LARGEST_RANK
        && fitsLast(type);
  }

  private boolean fitsLast(MemRefType type) {
    Shape tile = placement.inputShape();
    long[] shape = type.shape();
    int lead = shape.length - tile.rank();
    for (int i = 0; i < shape.length; i++) {
      boolean fits = i < lead ? shape[i] > 0 : tile.extent(i - lead).isConstant(shape[i]);
      if (!fits) {
        return false;
      }
    }
    return true;
  }
}
