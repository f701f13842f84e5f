// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.text;

import dev.azulejo.ir.Arity;
import dev.azulejo.ir.OpSchema;
import dev.azulejo.ir.Type;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the types that a custom form leaves out: those that only one type meets, those that all
 * agree, and those that follow from another.
 */
final class TypeInference {
  private final OpSchema schema;
  private final @Nullable List<Type>[] operands;
  private final @Nullable List<Type>[] results;
  private final int[] operandCounts;

  @SuppressWarnings({"unchecked", "rawtypes"})
  TypeInference(OpSchema schema) {
    this.schema = schema;
    this.operands = new List[schema.operands().size()];
    this.results = new List[schema.results().size()];
    this.operandCounts = new int[schema.operands().size()];
  }

  void setOperands(int group, List<Type> types) {
    operands[group] = types;
  }

  void setResults(int group, List<Type> types) {
    results[group] = types;
  }

  void setOperandCount(int group, int count) {
    operandCounts[group] = count;
  }

  @Nullable List<Type> operands(int group) {
    return operands[group];
  }

  @Nullable List<Type> results(int group) {
    return results[group];
  }

  void infer() {
    for (int i = 0; i < operands.length; i++) {
      Type only = schema.operands().get(i).constraint().onlyType();
      if (operands[i] == null && operandCounts[i] == 0) {
        operands[i] = List.of();
      } else if (operands[i] == null && only != null) {
        operands[i] = Collections.nCopies(operandCounts[i], only);
      }
    }
    for (int i = 0; i < results.length; i++) {
      OpSchema.Group group = schema.results().get(i);
      Type only = group.constraint().onlyType();
      if (results[i] == null && group.arity() == Arity.ONE && only != null) {
        results[i] = List.of(only);
      }
    }
    boolean changed = true;
    while (changed) {
      changed = agree();
      for (OpSchema.TypeRule rule : schema.typeRules()) {
        Type from = find(rule.from());
        if (from != null) {
          changed |= offer(rule.target(), rule.rule().apply(from));
        }
      }
    }
  }

  private boolean agree() {
    Type known = null;
    for (String name : schema.sameTypes()) {
      known = known == null ? find(name) : known;
    }
    boolean changed = false;
    for (String name : schema.sameTypes()) {
      changed |= offer(name, known);
    }
    return changed;
  }

  private @Nullable Type find(String name) {
    List<Type> types = null;
    for (int i = 0; i < operands.length; i++) {
      types = schema.operands().get(i).name().equals(name) ? operands[i] : types;
    }
    for (int i = 0; i < results.length; i++) {
      types = schema.results().get(i).name().equals(name) ? results[i] : types;
    }
    return types == null || types.isEmpty() ? null : types.getFirst();
  }

  private boolean offer(String name, @Nullable Type type) {
    if (type == null) {
      return false;
    }
    for (int i = 0; i < operands.length; i++) {
      if (schema.operands().get(i).name().equals(name) && operands[i] == null) {
        operands[i] = Collections.nCopies(operandCounts[i], type);
        return true;
      }
    }
    for (int i = 0; i < results.length; i++) {
      if (schema.results().get(i).name().equals(name) && results[i] == null) {
        results[i] = List.of(type);
        return true;
      }
    }
    return false;
  }
}
