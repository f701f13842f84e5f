// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.memory.sync;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * A number that is the same in all threads: multiples of terms, and a constant. Equal sums are
 * equal numbers at any time.
 *
 * @param parts how often each term is in it; never 0 times
 * @param constant what is added
 */
record Sum(Map<Term, Long> parts, long constant) {
  static final Sum ZERO = of(0);

  static Sum of(long constant) {
    return new Sum(Map.of(), constant);
  }

  static Sum of(Term term) {
    return new Sum(Map.of(term, 1L), 0);
  }

  boolean isConstant() {
    return parts.isEmpty();
  }

  Sum withoutConstant() {
    return constant == 0 ? this : new Sum(parts, 0);
  }

  Sum plus(Sum other) {
    return plus(other, 1);
  }

  Sum minus(Sum other) {
    return plus(other, -1);
  }

  private Sum plus(Sum other, long factor) {
    if (other.isConstant()) {
      return new Sum(parts, constant + factor * other.constant);
    }
    Map<Term, Long> all = new LinkedHashMap<>(parts);
    other.parts.forEach((term, count) -> {
      long sum = all.getOrDefault(term, 0L) + factor * count;
      if (sum == 0) {
        all.remove(term);
      } else {
        all.put(term, sum);
      }
    });
    return new Sum(all, constant + factor * other.constant);
  }

  Sum times(long factor) {
    if (factor == 0 || isConstant()) {
      return of(constant * factor);
    }
    Map<Term, Long> all = new LinkedHashMap<>();
    parts.forEach((term, count) -> all.put(term, count * factor));
    return new Sum(all, constant * factor);
  }

  /** The rest when this, which is not negative, is divided. */
  Sum modulo(long modulus) {
    return isConstant()
        ? of(Math.floorMod(constant, modulus))
        : of(new Term.Rest(new Sum(parts, Math.floorMod(constant, modulus)), modulus));
  }

  /** The same with other numbers in the places of symbols. */
  Sum with(Function<Term.Symbol, Sum> replacement) {
    Sum all = of(constant);
    for (Map.Entry<Term, Long> part : parts.entrySet()) {
      Sum changed =
          switch (part.getKey()) {
            case Term.Symbol symbol -> replacement.apply(symbol);
            case Term.Rest rest -> rest.of().with(replacement).modulo(rest.modulus());
          };
      all = all.plus(changed.times(part.getValue()));
    }
    return all;
  }

  /** What divides it, whatever the terms are; 0 for the number 0. */
  long divisor() {
    long all = constant;
    for (long count : parts.values()) {
      all = gcd(all, count);
    }
    return Math.abs(all);
  }

  static long gcd(long a, long b) {
    long x = Math.abs(a);
    long y = Math.abs(b);
    while (y != 0) {
      long rest = x % y;
      x = y;
      y = rest;
    }
    return x;
  }
}
