// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.memory.sync;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.collections.api.set.primitive.MutableLongSet;
import org.eclipse.collections.impl.factory.primitive.LongSets;
import org.jspecify.annotations.Nullable;

/**
 * What the difference of two places may be, by trying all that its terms may be. A number of which
 * only the rest of a division matters is tried up to that division's modulus, one without bounds as
 * far as the two places can meet.
 */
final class Differences {
  private static final int MOST = 1 << 14;

  private final long window;
  private final Map<Sum, Optional<long[]>> known = new LinkedHashMap<>();

  /**
   * Differences.
   *
   * @param window places that are farther from each other never meet
   */
  Differences(long window) {
    this.window = window;
  }

  /** How a symbol goes into a sum: how often as it is, and by its rest of which divisions. */
  private static final class Part {
    private final Term.Symbol symbol;
    private long factor;
    private long period = 1;

    Part(Term.Symbol symbol) {
      this.symbol = symbol;
    }
  }

  /** What a difference may be, in order; null where that can't be tried. */
  long @Nullable [] of(Sum difference) {
    return known.computeIfAbsent(difference, sum -> Optional.ofNullable(find(sum))).orElse(null);
  }

  private long @Nullable [] find(Sum difference) {
    Map<Term.Symbol, Part> parts = new LinkedHashMap<>();
    if (!collect(difference, 0, parts)) {
      return null;
    }
    List<Term.Symbol> symbols = new ArrayList<>();
    List<long[]> domains = new ArrayList<>();
    long tries = 1;
    int wide = 0;
    for (Part part : parts.values()) {
      boolean isWide = part.factor != 0 && !isSmall(part.symbol);
      wide += isWide ? 1 : 0;
      long[] domain = isWide ? near(part, difference, parts) : few(part);
      if (domain == null || wide > 1) {
        return null;
      }
      tries *= domain[1] - domain[0] + 1;
      if (tries > MOST) {
        return null;
      }
      symbols.add(part.symbol);
      domains.add(domain);
    }
    MutableLongSet found = LongSets.mutable.empty();
    tryAll(difference, symbols, domains, 0, new LinkedHashMap<>(), found);
    return found.toSortedArray();
  }

  private static boolean isSmall(Term.Symbol symbol) {
    return symbol.isFinite() && symbol.max() - symbol.min() < MOST && symbol.max() >= symbol.min();
  }

  private static boolean collect(Sum sum, long modulus, Map<Term.Symbol, Part> parts) {
    for (Map.Entry<Term, Long> each : sum.parts().entrySet()) {
      switch (each.getKey()) {
        case Term.Symbol symbol -> {
          Part part = parts.computeIfAbsent(symbol, Part::new);
          if (modulus == 0) {
            part.factor += each.getValue();
          } else {
            long period = modulus / Sum.gcd(modulus, each.getValue());
            part.period = part.period / Sum.gcd(part.period, period) * period;
            if (part.period > MOST) {
              return false;
            }
          }
        }
        case Term.Rest rest -> {
          if (!collect(rest.of(), rest.modulus(), parts)) {
            return false;
          }
        }
      }
    }
    return true;
  }

  /** The numbers to try for a symbol that is small, or of which only rests matter. */
  private static long[] few(Part part) {
    Term.Symbol symbol = part.symbol;
    long from = symbol.min() == Long.MIN_VALUE ? 0 : symbol.min();
    boolean isShort = part.factor != 0 || (isSmall(symbol) && symbol.max() - from < part.period);
    return new long[] {from, isShort ? symbol.max() : from + part.period - 1};
  }

  /** The numbers to try for a symbol without bounds; null where there are too many. */
  private long @Nullable [] near(Part part, Sum difference, Map<Term.Symbol, Part> parts) {
    long most = window + Math.abs(difference.constant());
    for (Map.Entry<Term, Long> each : difference.parts().entrySet()) {
      if (each.getKey() instanceof Term.Rest rest) {
        most += Math.abs(each.getValue()) * (rest.modulus() - 1);
      }
    }
    for (Part other : parts.values()) {
      if (other != part && other.factor != 0) {
        if (!isSmall(other.symbol)) {
          return null;
        }
        long size = Math.max(Math.abs(other.symbol.min()), Math.abs(other.symbol.max()));
        most += Math.abs(other.factor) * size;
      }
    }
    long reach = most / Math.abs(part.factor);
    long from = Math.max(-reach, part.symbol.min());
    long to = Math.min(reach, part.symbol.max());
    // Where it is never near, one try shows that.
    return to < from ? new long[] {from, from} : new long[] {from, to};
  }

  private void tryAll(
      Sum sum,
      List<Term.Symbol> symbols,
      List<long[]> domains,
      int at,
      Map<Term.Symbol, Long> chosen,
      MutableLongSet found) {
    if (at == symbols.size()) {
      long value = evaluate(sum, chosen);
      if (Math.abs(value) <= window) {
        found.add(value);
      }
      return;
    }
    for (long number = domains.get(at)[0]; number <= domains.get(at)[1]; number++) {
      chosen.put(symbols.get(at), number);
      tryAll(sum, symbols, domains, at + 1, chosen, found);
    }
  }

  private static long evaluate(Sum sum, Map<Term.Symbol, Long> chosen) {
    long all = sum.constant();
    for (Map.Entry<Term, Long> part : sum.parts().entrySet()) {
      long number =
          switch (part.getKey()) {
            case Term.Symbol symbol -> chosen.getOrDefault(symbol, 0L);
            case Term.Rest rest -> Math.floorMod(evaluate(rest.of(), chosen), rest.modulus());
          };
      all += part.getValue() * number;
    }
    return all;
  }
}
