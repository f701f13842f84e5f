// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.verify;

import dev.azulejo.ir.Arity;
import dev.azulejo.ir.AsmText;
import dev.azulejo.ir.OpSchema;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.TypeConstraint;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.diag.CompilerBug;
import java.util.ArrayList;
import java.util.List;

/** Checks the types of operands and results: each against its constraint, then all together. */
final class TypeVerifier {
  private TypeVerifier() {}

  /** Checks each group against its constraint. */
  static boolean verifyGroups(Operation op, Report report) {
    OpSchema schema = op.schema();
    int index = 0;
    for (int i = 0; i < schema.operands().size(); i++) {
      OpSchema.Group group = schema.operands().get(i);
      int size = op.operandGroupSize(i);
      if (!verifySize(op, "operand", group, index, size, report)) {
        return false;
      }
      for (int end = index + size; index < end; index++) {
        Type type = op.operand(index).type();
        if (!group.constraint().accepts(type)) {
          return refuse(op, "operand", group, index, type, report);
        }
      }
    }
    index = 0;
    for (int i = 0; i < schema.results().size(); i++) {
      OpSchema.Group group = schema.results().get(i);
      int size = op.resultGroup(i).size();
      if (!verifySize(op, "result", group, index, size, report)) {
        return false;
      }
      for (int end = index + size; index < end; index++) {
        Type type = op.result(index).type();
        if (!group.constraint().accepts(type)) {
          return refuse(op, "result", group, index, type, report);
        }
      }
    }
    return true;
  }

  private static boolean verifySize(
      Operation op, String what, OpSchema.Group group, int start, int size, Report report) {
    return switch (group.arity()) {
      case VARIADIC -> true;
      case OPTIONAL ->
          size <= 1
              || report.fail(
                  op,
                  "%s group starting at #%d requires 0 or 1 element, but found %d",
                  what,
                  start,
                  size);
      case ONE ->
          size == 1
              || report.fail(
                  op,
                  "%s group starting at #%d requires exactly 1 element, but found %d",
                  what,
                  start,
                  size);
    };
  }

  private static boolean refuse(
      Operation op, String what, OpSchema.Group group, int index, Type type, Report report) {
    TypeConstraint constraint = group.constraint();
    return report.fail(
        op,
        "%s #%d must be %s%s, but got '%s'",
        what,
        index,
        group.arity() == Arity.VARIADIC ? "variadic of " : "",
        constraint.description(),
        AsmText.ofType(type));
  }

  /** Checks which types must be one, and which follow from others. */
  static boolean verifyRelations(Operation op, Report report) {
    OpSchema schema = op.schema();
    if (!schema.sameTypes().isEmpty() && !haveOneType(op, schema.sameTypes())) {
      return refuseDifferent(op, schema, report);
    }
    for (OpSchema.TypeRule rule : schema.typeRules()) {
      List<? extends Value> from = group(op, rule.from());
      List<? extends Value> target = group(op, rule.target());
      if (from.isEmpty() || target.isEmpty()) {
        continue;
      }
      Type wanted = rule.rule().apply(from.getFirst().type());
      for (Value each : target) {
        if (!each.type().equals(wanted)) {
          return report.fail(
              op, "failed to verify that %s", rule.rule().description(rule.target(), rule.from()));
        }
      }
    }
    return true;
  }

  private static boolean haveOneType(Operation op, List<String> names) {
    Type first = null;
    for (String name : names) {
      for (Value value : group(op, name)) {
        if (first == null) {
          first = value.type();
        } else if (!first.equals(value.type())) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean refuseDifferent(Operation op, OpSchema schema, Report report) {
    List<String> names = schema.sameTypes();
    List<String> operands = namesOf(schema.operands());
    List<String> all = new ArrayList<>(operands);
    all.addAll(namesOf(schema.results()));
    if (names.size() == all.size() && names.containsAll(all)) {
      return report.fail(op, "requires the same type for all operands and results");
    }
    if (names.size() == operands.size() && names.containsAll(operands)) {
      return report.fail(op, "requires all operands to have the same type");
    }
    return report.fail(
        op, "failed to verify that all of {%s} have same type", String.join(", ", names));
  }

  private static List<String> namesOf(List<OpSchema.Group> groups) {
    return groups.stream().map(OpSchema.Group::name).toList();
  }

  private static List<? extends Value> group(Operation op, String name) {
    OpSchema schema = op.schema();
    for (int i = 0; i < schema.operands().size(); i++) {
      if (schema.operands().get(i).name().equals(name)) {
        return op.operandGroup(i);
      }
    }
    for (int i = 0; i < schema.results().size(); i++) {
      if (schema.results().get(i).name().equals(name)) {
        return op.resultGroup(i);
      }
    }
    throw new CompilerBug("'" + op.name() + "' has no operand or result called " + name);
  }
}
