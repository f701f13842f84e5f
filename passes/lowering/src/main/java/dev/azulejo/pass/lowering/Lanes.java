// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.lowering;

import dev.azulejo.dialect.arith.BitcastOp;
import dev.azulejo.dialect.arith.ExtUIOp;
import dev.azulejo.dialect.arith.OrIOp;
import dev.azulejo.dialect.arith.ShLIOp;
import dev.azulejo.dialect.arith.ShRUIOp;
import dev.azulejo.dialect.arith.TruncIOp;
import dev.azulejo.dialect.ptx.PackOp;
import dev.azulejo.dialect.ptx.UnpackOp;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.FloatType;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.IntegerType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values of points that a thread does at once: one for each, or, of narrow types, as words of
 * 32 bits with the first point at the lower end. Each form is made of the other when it is asked
 * for; a last word may be full in its lower part only.
 */
final class Lanes {
  static final int WORD = Integer.SIZE;

  private final Type type;
  private final int count;
  private @Nullable List<Value> elements;
  private @Nullable List<Value> words;

  private Lanes(Type type, int count, @Nullable List<Value> elements, @Nullable List<Value> words) {
    this.type = type;
    this.count = count;
    this.elements = elements;
    this.words = words;
  }

  /** Values of a type, one for each point. */
  static Lanes of(Type type, List<? extends Value> elements) {
    return new Lanes(type, elements.size(), List.copyOf(elements), null);
  }

  /** The same value at each point. */
  static Lanes uniform(Value value, int count) {
    return of(value.type(), Collections.nCopies(count, value));
  }

  /** Values of a type in words. */
  static Lanes ofWords(Type type, int count, List<? extends Value> words) {
    return new Lanes(type, count, null, List.copyOf(words));
  }

  /** How many bits of memory a value of a type has. */
  static int bits(Type type) {
    return switch (type) {
      case FloatType real -> real.width();
      case IntegerType integer -> integer.width() == 1 ? Byte.SIZE : integer.width();
      default -> Long.SIZE;
    };
  }

  Type type() {
    return type;
  }

  int count() {
    return count;
  }

  /** Is it the same value at each point? */
  boolean isUniform() {
    if (elements == null) {
      return false;
    }
    Value first = elements.getFirst();
    for (Value element : elements) {
      if (element != first) {
        return false;
      }
    }
    return true;
  }

  /** Are there words already, of which each is full? */
  boolean hasWords() {
    return words != null && count * bits(type) % WORD == 0;
  }

  // --- The two forms ----------------------------------------------------------------------------

  /** The values, one for each point. */
  List<Value> elements(Inserter at, ThreadMath math) {
    if (elements == null) {
      elements = words == null ? List.of() : unpacked(words, at, math);
    }
    return elements;
  }

  private List<Value> unpacked(List<Value> from, Inserter at, ThreadMath math) {
    int bits = bits(type);
    int each = WORD / bits;
    List<Value> all = new ArrayList<>();
    for (Value word : from) {
      if (bits == Short.SIZE && all.size() + each <= count) {
        all.addAll(UnpackOp.create(at, word, Collections.nCopies(each, type)).parts());
      } else {
        for (int i = 0; i < each && all.size() < count; i++) {
          Value by = math.constant(IntegerAttr.i32(i * bits));
          Value low = i == 0 ? word : ShRUIOp.create(at, word, by).result();
          all.add(seenAs(at, TruncIOp.create(at, low, field()).out(), type));
        }
      }
    }
    return List.copyOf(all);
  }

  /** The values as words; none of a type that is not narrower than these. */
  List<Value> words(Inserter at, ThreadMath math) {
    if (words == null) {
      words = elements == null ? List.of() : packed(elements, at, math);
    }
    return words;
  }

  private List<Value> packed(List<Value> from, Inserter at, ThreadMath math) {
    int each = WORD / bits(type);
    List<Value> all = new ArrayList<>();
    for (int i = 0; i < count; i += each) {
      List<Value> parts = from.subList(i, Math.min(count, i + each));
      all.add(
          bits(type) == Short.SIZE && parts.size() == each
              ? PackOp.create(at, parts, IntegerType.I32).result()
              : joined(parts, at, math));
    }
    return List.copyOf(all);
  }

  private Value joined(List<Value> parts, Inserter at, ThreadMath math) {
    Value word = wide(at, parts.getFirst());
    for (int i = 1; i < parts.size(); i++) {
      Value part = wide(at, parts.get(i));
      Value by = math.constant(IntegerAttr.i32(i * bits(type)));
      word = OrIOp.create(at, word, ShLIOp.create(at, part, by).result()).result();
    }
    return word;
  }

  /** An element alone in a word. */
  private Value wide(Inserter at, Value part) {
    return ExtUIOp.create(at, seenAs(at, part, field()), IntegerType.I32).out();
  }

  /** What is shifted in words: integers as they are, and the bits of others. */
  private Type field() {
    return type instanceof FloatType ? IntegerType.of(bits(type)) : type;
  }

  private static Value seenAs(Inserter at, Value value, Type type) {
    return value.type().equals(type) ? value : BitcastOp.create(at, value, type).out();
  }

  // --- Parts ------------------------------------------------------------------------------------

  /** Some of the points. */
  Lanes part(int from, int size, Inserter at, ThreadMath math) {
    if (from == 0 && size == count) {
      return this;
    }
    int bits = bits(type);
    if (words != null && from * bits % WORD == 0 && size * bits % WORD == 0) {
      return ofWords(type, size, words.subList(from * bits / WORD, (from + size) * bits / WORD));
    }
    return of(type, elements(at, math).subList(from, from + size));
  }

  /** Points behind each other; of one type, and at least one of them. */
  static Lanes concat(List<Lanes> parts, Inserter at, ThreadMath math) {
    if (parts.size() == 1) {
      return parts.getFirst();
    }
    boolean inWords = true;
    int count = 0;
    for (Lanes part : parts) {
      inWords &= part.hasWords();
      count += part.count;
    }
    List<Value> all = new ArrayList<>();
    for (Lanes part : parts) {
      all.addAll(inWords ? part.words(at, math) : part.elements(at, math));
    }
    Type type = parts.getFirst().type;
    return inWords ? ofWords(type, count, all) : of(type, all);
  }
}
