// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator;

import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.builtin.FloatType;
import dev.azulejo.simulator.memory.Box;
import dev.azulejo.simulator.scalar.FloatCodec;
import dev.azulejo.simulator.scalar.Scalars;

/**
 * Reads and writes pieces of buffers, as doubles where results are floating-point numbers, and as
 * integers of 64 bits, which are exact modulo the width of any type, where they are integers.
 */
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
    // An integer of more bits would not fit a double.
    if (Scalars.isInteger(type) && Scalars.width(type) <= Integer.SIZE) {
      return bits -> Scalars.number(type, bits);
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

  /** The elements of a box of integers, row by row. */
  static long[] readIntegers(Box box, Type type) {
    long[] elements = new long[(int) box.count()];
    Rows rows = new Rows(box);
    int next = 0;
    while (rows.next()) {
      for (int i = 0; i < rows.length(); i++) {
        elements[next++] = Scalars.number(type, box.buffer().bits(rows.place() + i));
      }
    }
    return elements;
  }

  /** The bits of the elements of a box, row by row. */
  static long[] readBits(Box box) {
    long[] elements = new long[(int) box.count()];
    Rows rows = new Rows(box);
    int next = 0;
    while (rows.next()) {
      for (int i = 0; i < rows.length(); i++) {
        elements[next++] = box.buffer().bits(rows.place() + i);
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

  static long[] transposed(long[] elements, int rows, int columns) {
    long[] result = new long[elements.length];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        result[j * rows + i] = elements[i * columns + j];
      }
    }
    return result;
  }

  static void write(Box box, double[] elements, FloatCodec codec) {
    Rows rows = new Rows(box);
    int next = 0;
    while (rows.next()) {
      for (int i = 0; i < rows.length(); i++) {
        box.buffer().setBits(rows.place() + i, codec.encode(elements[next++]));
      }
    }
  }

  static void write(Box box, long[] elements) {
    Rows rows = new Rows(box);
    int next = 0;
    while (rows.next()) {
      for (int i = 0; i < rows.length(); i++) {
        box.buffer().setBits(rows.place() + i, elements[next++]);
      }
    }
  }
}
