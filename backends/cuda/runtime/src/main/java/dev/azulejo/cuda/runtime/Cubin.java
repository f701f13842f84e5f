// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.cuda.runtime;

import java.util.Arrays;

/** Machine code for one architecture, an ELF file. */
public final class Cubin {
  private static final byte[] MAGIC = {0x7f, 'E', 'L', 'F'};

  private final byte[] bytes;

  /**
   * Takes over bytes.
   *
   * @throws IllegalArgumentException if they do not begin as an ELF file does
   */
  public Cubin(byte[] bytes) {
    if (!isCubin(bytes)) {
      throw new IllegalArgumentException("a cubin begins as an ELF file does");
    }
    this.bytes = bytes.clone();
  }

  static boolean isCubin(byte[] bytes) {
    return bytes.length > MAGIC.length
        && Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
  }

  /** A copy of the bytes. */
  public byte[] bytes() {
    return bytes.clone();
  }
}
