// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.verify.program;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All terms: equal ones are one. */
final class Terms {
  private final Facts facts;
  private final Map<String, Term> terms = new HashMap<>();
  private final Map<Long, Term> numbers = new HashMap<>();
  private int count;

  Terms(Facts facts) {
    this.facts = facts;
  }

  Facts facts() {
    return facts;
  }

  Term known(long value) {
    return numbers.computeIfAbsent(value, v -> Term.known(count++, v));
  }

  Term fact(String key, String family) {
    return terms.computeIfAbsent(key, k -> Term.fact(count++, facts.of(k, family)));
  }

  /** What a rule gives; {@code key} tells rules apart. */
  Term computed(String key, Term.Rule rule, List<Term> operands) {
    boolean known = true;
    StringBuilder text = new StringBuilder(key);
    for (Term operand : operands) {
      known &= operand.isKnown();
      text.append(' ').append(operand.number());
    }
    if (known) {
      long[] values = new long[operands.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = operands.get(i).evaluate(Known.NOTHING);
      }
      return known(rule.apply(values));
    }
    Term[] all = new ArrayList<>(operands).toArray(Term[]::new);
    return terms.computeIfAbsent(text.toString(), _ -> Term.computed(count++, rule, all));
  }
}
