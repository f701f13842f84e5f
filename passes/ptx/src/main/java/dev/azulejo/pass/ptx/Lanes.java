// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.ptx;

import dev.azulejo.dialect.ptx.BitcastOp;
import dev.azulejo.dialect.ptx.PackOp;
import dev.azulejo.dialect.ptx.UnpackOp;
import dev.azulejo.ir.AsmText;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.FloatType;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.VectorType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A vector in registers: one for each element, or, the lower element first, as words of 32 bits.
 * Each form is made of the other when it is asked for.
 */
final class Lanes {
  private static final int WORD = Integer.SIZE;

  private final Type element;
  private final @Nullable List<Value> elements;
  private final @Nullable List<Value> words;

  private Lanes(Type element, @Nullable List<Value> elements, @Nullable List<Value> words) {
    this.element = element;
    this.elements = elements == null ? null : List.copyOf(elements);
    this.words = words == null ? null : List.copyOf(words);
  }

  /** A vector of elements of a type, each in a register. */
  static Lanes ofElements(Type element, List<? extends Value> elements) {
    return new Lanes(element, List.copyOf(elements), null);
  }

  /** A vector of elements of a type, as words. */
  static Lanes ofWords(Type element, List<? extends Value> words) {
    return new Lanes(element, null, List.copyOf(words));
  }

  /** How many elements a vector has, whatever its shape. */
  static int count(VectorType type) {
    long count = 1;
    for (long size : type.shape()) {
      count *= size;
    }
    return Math.toIntExact(count);
  }

  // --- As blocks hand it over -------------------------------------------------------------------

  private static boolean isPacked(VectorType type) {
    int width = Scalars.width(type.elementType());
    return width > 1 && width < WORD && count(type) * width % WORD == 0;
  }

  static List<Type> partTypes(KernelWriter writer, VectorType type) throws Unconvertible {
    return isPacked(type)
        ? Collections.nCopies(
            count(type) * Scalars.width(type.elementType()) / WORD, IntegerType.I32)
        : Collections.nCopies(count(type), writer.register(type.elementType()));
  }

  static Lanes ofParts(KernelWriter writer, VectorType type, List<Value> parts)
      throws Unconvertible {
    return isPacked(type)
        ? ofWords(type.elementType(), parts)
        : ofElements(writer.register(type.elementType()), parts);
  }

  List<Value> parts(KernelWriter writer) throws Unconvertible {
    int width = Scalars.width(element);
    boolean narrow = width > 1 && width < WORD;
    boolean fills = words != null || (elements != null && elements.size() * width % WORD == 0);
    return narrow && fills ? words(writer) : elements(writer);
  }

  // --- The two forms ----------------------------------------------------------------------------

  /** The elements, each in a register. */
  List<Value> elements(KernelWriter writer) throws Unconvertible {
    if (elements != null) {
      return elements;
    }
    if (words == null) {
      return List.of();
    }
    if (Scalars.isByte(element)) {
      throw writer.failure("takes a vector of bytes apart, for which there is no instruction");
    }
    Type register = writer.register(element);
    int width = Scalars.width(register);
    List<Value> all = new ArrayList<>();
    if (width < WORD) {
      for (Value word : words) {
        all.addAll(
            UnpackOp.create(writer.at(), word, Collections.nCopies(WORD / width, register))
                .parts());
      }
    } else if (width == WORD) {
      for (Value word : words) {
        all.add(cast(writer, word, register));
      }
    } else {
      for (int i = 0; i < words.size(); i += 2) {
        Value both = PackOp.create(writer.at(), words.subList(i, i + 2), IntegerType.I64).result();
        all.add(cast(writer, both, register));
      }
    }
    return all;
  }

  /** The elements as words of 32 bits, which they must fill. */
  List<Value> words(KernelWriter writer) throws Unconvertible {
    if (words != null) {
      return words;
    }
    if (elements == null) {
      return List.of();
    }
    int width = Scalars.width(element);
    if (width < 8 || elements.size() * width % WORD != 0) {
      throw writer.failure(
          "has %d elements of type %s, which fill no registers of 32 bits",
          elements.size(), AsmText.ofType(element));
    }
    List<Value> all = new ArrayList<>();
    if (width < WORD) {
      int each = WORD / width;
      for (int i = 0; i < elements.size(); i += each) {
        all.add(
            PackOp.create(writer.at(), elements.subList(i, i + each), IntegerType.I32).result());
      }
      return all;
    }
    for (Value one : elements) {
      if (width == WORD) {
        all.add(cast(writer, one, IntegerType.I32));
      } else {
        Value bits = cast(writer, one, IntegerType.I64);
        all.addAll(
            UnpackOp.create(writer.at(), bits, List.of(IntegerType.I32, IntegerType.I32)).parts());
      }
    }
    return all;
  }

  /** What its elements are. */
  Type element() {
    return element;
  }

  private static Value cast(KernelWriter writer, Value value, Type type) {
    boolean differs = value.type() instanceof FloatType || type instanceof FloatType;
    return !differs || value.type().equals(type)
        ? value
        : BitcastOp.create(writer.at(), value, type).result();
  }
}
