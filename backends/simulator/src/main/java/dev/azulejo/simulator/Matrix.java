// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator;

import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.builtin.FloatType;
import dev.azulejo.simulator.memory.Box;

/** Reads pieces of buffers as matrices of doubles. */
final class Matrix {
  private Matrix() {}

  /** Turns the bits of an element into a number. */
  interface Reader {
    double read(long bits);
  }

  static Reader reader(Type type, Operation op) {
    if (type instanceof FloatType real && Scalars.isFloat(real)) {
      return FloatCodec.of(real)::decode;
    }
    // Sums of products of integers of 32 bits stay exact in a double for any tile.
    if (Scalars.isInteger(type) && Scalars.width(type) <= Integer.SIZE) {
      int width = Scalars.width(type);
      return bits -> Scalars.extend(bits, width);
    }
    throw Decoder.unsupported(op);
  }

  /** The elements of a box, row by row. */
  static double[] read(Box box, Reader reader) {
    double[] elements = new double[(int) box.count()];
    Rows rows = new Rows(box);
    int next = 0;
    while (rows.next()) {
      for (int i = 0; i < rows.length(); i++) {
        elements[next++] = reader.read(box.buffer().bits(rows.place() + i));
      }
    }
    return elements;
  }

  static double[] transposed(double[] elements, int rows, int columns) {
    double[] result = new double[elements.length];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        result[j * rows + i] = elements[i * columns + j];
      }
    }
    return result;
  }

  /** Turns a number into the bits of an element. */
  interface Writer {
    long write(double value);
  }

  static Writer writer(Type type, Operation op) {
    if (type instanceof FloatType real && Scalars.isFloat(real)) {
      return FloatCodec.of(real)::encode;
    }
    if (Scalars.isInteger(type)) {
      return value -> (long) value;
    }
    throw Decoder.unsupported(op);
  }

  static void write(Box box, double[] elements, Writer writer) {
    Rows rows = new Rows(box);
    int next = 0;
    while (rows.next()) {
      for (int i = 0; i < rows.length(); i++) {
        box.buffer().setBits(rows.place() + i, writer.write(elements[next++]));
      }
    }
  }
}
