// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx.type;

import dev.azulejo.ir.AsmPrinter;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.builtin.IntegerType;

/**
 * A parameter of a kernel: a number, {@code !ptx.param<i32>}; the address of data in global memory
 * of which an alignment is known, {@code !ptx.param<ptr, 16>}; or a tensor map, {@code
 * !ptx.param<tensormap>}. The first two are loaded, of the third the address is taken.
 *
 * @param value what is loaded; i64 for an address
 * @param alignment of the data that an address points to, in bytes; 0 for a number, -1 for a tensor
 *     map
 */
public record ParameterType(Type value, long alignment) implements Type {
  /** The word behind the dialect's name. */
  public static final String MNEMONIC = "param";

  /** The word that stands for an address. */
  public static final String POINTER = "ptr";

  /** The word that stands for a tensor map. */
  public static final String TENSOR_MAP = "tensormap";

  /** How many bytes a tensor map has. */
  public static final int TENSOR_MAP_BYTES = 128;

  /** What the address of a tensor map is a multiple of. */
  public static final int TENSOR_MAP_ALIGNMENT = 64;

  /** The largest alignment that can be promised. */
  public static final long MAX_ALIGNMENT = 1 << 20;

  /** A number. */
  public static ParameterType scalar(Type value) {
    return new ParameterType(value, 0);
  }

  /** The address of data with an alignment in bytes, a power of two. */
  public static ParameterType pointer(long alignment) {
    return new ParameterType(IntegerType.I64, alignment);
  }

  /** A tensor map. */
  public static ParameterType tensorMap() {
    return new ParameterType(IntegerType.I64, -1);
  }

  /** Is it a tensor map? */
  public boolean isTensorMap() {
    return alignment < 0;
  }

  /** Is it an address? */
  public boolean isPointer() {
    return alignment > 0;
  }

  @Override
  public void print(AsmPrinter printer) {
    printer.text("!ptx.param<");
    if (isTensorMap()) {
      printer.text(TENSOR_MAP);
    } else if (isPointer()) {
      printer.text("ptr, ").number(alignment);
    } else {
      printer.type(value);
    }
    printer.text(">");
  }
}
