// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.processor.validation;

import dev.azulejo.ir.processor.model.Arity;
import dev.azulejo.ir.processor.model.FormatPart;
import dev.azulejo.ir.processor.model.GroupModel;
import dev.azulejo.ir.processor.model.Signature;
import dev.azulejo.ir.processor.model.TypeRuleModel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which types a reader of the custom form knows: those that are written, those that a constraint
 * fixes, and those that follow from these.
 *
 * <p>A type follows only from a group of exactly one, for a group that may be empty may have no
 * type to follow from. It follows only for operands, whose number the text shows, and for results
 * of exactly one.
 */
final class TypeDerivation {
  private final Signature signature;
  private final Set<String> known = new HashSet<>();

  private TypeDerivation(Signature signature) {
    this.signature = signature;
  }

  /** The operands and results whose types a reader can't know, in the order of declaration. */
  static List<GroupModel> unknown(
      Signature signature,
      List<FormatPart> format,
      List<String> sameTypes,
      List<TypeRuleModel> rules) {
    TypeDerivation derivation = new TypeDerivation(signature);
    derivation.known.addAll(derivation.written(format));
    derivation.addFixed();
    int before;
    do {
      before = derivation.known.size();
      if (sameTypes.stream().anyMatch(derivation::isSource)) {
        sameTypes.forEach(derivation::follow);
      }
      rules.stream()
          .filter(rule -> derivation.isSource(rule.from()))
          .forEach(rule -> derivation.follow(rule.target()));
    } while (derivation.known.size() > before);

    List<GroupModel> unknown = new ArrayList<>(signature.operands());
    unknown.addAll(signature.results());
    unknown.removeIf(group -> derivation.known.contains(group.name()));
    return unknown;
  }

  private void addFixed() {
    for (GroupModel operand : signature.operands()) {
      if (operand.typeIsFixed()) {
        known.add(operand.name());
      }
    }
    for (GroupModel result : signature.results()) {
      if (result.typeIsFixed() && result.arity() == Arity.ONE) {
        known.add(result.name());
      }
    }
  }

  private Set<String> written(List<FormatPart> parts) {
    Set<String> names = new HashSet<>();
    for (FormatPart part : parts) {
      switch (part) {
        case FormatPart.OperandType(int group) -> add(names, signature.operands(), group);
        case FormatPart.ResultType(int group) -> add(names, signature.results(), group);
        case FormatPart.FunctionalType(int operands, int results) -> {
          add(names, signature.operands(), operands);
          add(names, signature.results(), results);
        }
        case FormatPart.OptionalGroup group -> names.addAll(writtenIn(group));
        default -> {}
      }
    }
    return names;
  }

  private Set<String> writtenIn(FormatPart.OptionalGroup group) {
    Set<String> present = written(group.present());
    Set<String> otherwise = written(group.otherwise());
    Set<String> names = new HashSet<>(present);
    names.addAll(otherwise);
    names.removeIf(name -> isSingle(name) && !(present.contains(name) && otherwise.contains(name)));
    return names;
  }

  private static void add(Set<String> names, List<GroupModel> groups, int index) {
    if (index == FormatPart.ALL) {
      groups.forEach(group -> names.add(group.name()));
    } else {
      names.add(groups.get(index).name());
    }
  }

  private boolean isSource(String name) {
    return known.contains(name) && isSingle(name);
  }

  private void follow(String name) {
    boolean isOperand = signature.operands().stream().anyMatch(each -> each.name().equals(name));
    if (isOperand || isSingle(name)) {
      known.add(name);
    }
  }

  private boolean isSingle(String name) {
    return Stream.concat(signature.operands().stream(), signature.results().stream())
        .anyMatch(group -> group.name().equals(name) && group.arity() == Arity.ONE);
  }
}
