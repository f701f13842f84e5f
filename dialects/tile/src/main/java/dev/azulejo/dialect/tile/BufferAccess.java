// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.tile;

import dev.azulejo.ir.access.Access;
import dev.azulejo.ir.access.BufferRegion;

/** Accesses by the path that a buffer's memory space has. */
final class BufferAccess {
  private BufferAccess() {}

  static Access read(BufferRegion region) {
    return Access.read(region).by(proxy(region));
  }

  static Access write(BufferRegion region) {
    return Access.write(region).by(proxy(region));
  }

  private static Access.Proxy proxy(BufferRegion region) {
    Space space = Space.of(region.buffer());
    return space == Space.FRAGMENT || space == Space.LOCAL
        ? Access.Proxy.REGISTER
        : Access.Proxy.GENERIC;
  }
}
