// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator;

import dev.azulejo.ir.access.BufferRegion;
import dev.azulejo.ir.access.Offset;
import dev.azulejo.simulator.memory.Box;

/** A region of an operation, decoded: finds the piece of a buffer that it is in a frame. */
final class BoxCode {
  private final int buffer;
  private final int[] slots;
  private final long[] constants;
  private final long[] sizes;

  BoxCode(BufferRegion region) {
    int rank = region.offsets().size();
    buffer = Decoder.slot(region.buffer());
    slots = new int[rank];
    constants = new long[rank];
    sizes = new long[rank];
    for (int i = 0; i < rank; i++) {
      slots[i] = -1;
      switch (region.offsets().get(i)) {
        case Offset.Constant constant -> constants[i] = constant.value();
        case Offset.Dynamic dynamic -> slots[i] = Decoder.slot(dynamic.value());
      }
      sizes[i] = region.sizes().get(i);
    }
  }

  Box in(Frame frame) {
    long[] offsets = constants.clone();
    for (int i = 0; i < slots.length; i++) {
      if (slots[i] >= 0) {
        offsets[i] = frame.scalar(slots[i]);
      }
    }
    return new Box(frame.buffer(buffer), offsets, sizes);
  }
}
