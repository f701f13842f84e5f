// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.processor.validation;

import dev.azulejo.ir.processor.model.Arity;
import dev.azulejo.ir.processor.model.AttributeModel;
import dev.azulejo.ir.processor.model.AttributeModel.Presence;
import dev.azulejo.ir.processor.model.FormatPart;
import dev.azulejo.ir.processor.model.GroupModel;
import dev.azulejo.ir.processor.model.RegionModel;
import dev.azulejo.ir.processor.model.Signature;
import dev.azulejo.ir.processor.model.SuccessorModel;
import dev.azulejo.ir.spec.Region.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Checks that text of a format can be read back and holds all of the operation. */
final class FormatChecker {
  private static final String DICTIONARY = "attr-dict";

  private final Signature signature;
  private final List<String> errors = new ArrayList<>();
  private final Map<String, Integer> mentions = new LinkedHashMap<>();

  private FormatChecker(Signature signature) {
    this.signature = signature;
  }

  /** What is wrong with a format that could be read, in the order of its parts. */
  static List<String> errors(Signature signature, List<FormatPart> parts) {
    FormatChecker checker = new FormatChecker(signature);
    for (FormatPart part : parts) {
      checker.checkTopLevel(part);
    }
    checker.checkMentions();
    checker.checkBraces(parts);
    return checker.errors;
  }

  private void checkTopLevel(FormatPart part) {
    switch (part) {
      case FormatPart.OptionalGroup group -> checkGroup(group);
      case FormatPart.AttributeRef ref -> {
        AttributeModel attribute = signature.attributes().get(ref.index());
        if (attribute.presence() == Presence.UNIT) {
          error(
              "unit attribute '$%s' has no text: make it the anchor of an optional group, as in"
                  + " (`word` $%s^)?",
              attribute.name(), attribute.name());
        } else if (attribute.presence() == Presence.OPTIONAL) {
          error("attribute '$%s' may be absent: put it into an optional group", attribute.name());
        }
        mention(part);
      }
      default -> mention(part);
    }
  }

  private void checkGroup(FormatPart.OptionalGroup group) {
    if (!mayBeAbsent(group.anchor())) {
      error(
          "the anchor %s is always there: an anchor is an optional or variadic element",
          describe(group.anchor()));
    }
    checkFirst(group.present());
    for (FormatPart part : group.present()) {
      checkInGroup(part, part.equals(group.anchor()));
    }
    for (FormatPart part : group.otherwise()) {
      checkInGroup(part, false);
    }
  }

  private void checkFirst(List<FormatPart> present) {
    FormatPart first = present.getFirst();
    if (first instanceof FormatPart.Literal literal
        && literal.text().isBlank()
        && present.size() > 1) {
      first = present.get(1);
    }
    boolean decides =
        switch (first) {
          case FormatPart.Literal literal -> !literal.text().isBlank();
          case FormatPart.OperandRef _, FormatPart.RegionRef _, FormatPart.SuccessorRef _ -> true;
          default -> false;
        };
    if (!decides) {
      error(
          "an optional group can't begin with %s: the reader decides by its first element, which"
              + " is a literal, an operand, a region or a successor",
          describe(first));
    }
  }

  private void checkInGroup(FormatPart part, boolean isAnchor) {
    mention(part);
    switch (part) {
      case FormatPart.Literal _ -> {}
      case FormatPart.OperandType _, FormatPart.ResultType _ -> {}
      case FormatPart.AttributeDictionary _ ->
          error("%s can't stand in an optional group", describe(part));
      case FormatPart.FunctionalType _ ->
          error("%s can't stand in an optional group", describe(part));
      case FormatPart.AttributeRef ref
          when signature.attributes().get(ref.index()).presence() == Presence.UNIT -> {
        if (!isAnchor) {
          error(
              "unit attribute %s has no text: make it the anchor of its optional group",
              describe(part));
        }
      }
      default -> {
        if (!mayBeAbsent(part)) {
          error("%s is required, so it can't stand in an optional group", describe(part));
        }
      }
    }
  }

  private boolean mayBeAbsent(FormatPart part) {
    return switch (part) {
      case FormatPart.OperandRef(int group) -> mayBeEmpty(signature.operands(), group);
      case FormatPart.OperandType(int group) -> mayBeEmpty(signature.operands(), group);
      case FormatPart.ResultType(int group) -> mayBeEmpty(signature.results(), group);
      case FormatPart.AttributeRef(int index) ->
          signature.attributes().get(index).presence() != Presence.REQUIRED;
      case FormatPart.RegionRef(int index) -> {
        RegionModel region = signature.regions().get(index);
        yield region.variadic() || region.shape() != Shape.SINGLE_BLOCK;
      }
      case FormatPart.SuccessorRef(int index) -> signature.successors().get(index).variadic();
      case FormatPart.Literal _,
          FormatPart.FunctionalType _,
          FormatPart.AttributeDictionary _,
          FormatPart.OptionalGroup _ ->
          false;
    };
  }

  private static boolean mayBeEmpty(List<GroupModel> groups, int index) {
    return index == FormatPart.ALL
        ? groups.stream().allMatch(group -> group.arity() != Arity.ONE)
        : groups.get(index).arity() != Arity.ONE;
  }

  // --- Everything once --------------------------------------------------------------------------

  private void mention(FormatPart part) {
    switch (part) {
      case FormatPart.Literal _, FormatPart.OptionalGroup _ -> {}
      case FormatPart.OperandRef(int group) ->
          mentionGroups(signature.operands(), group, "$%s", "operands");
      case FormatPart.OperandType(int group) ->
          mentionGroups(signature.operands(), group, "type($%s)", "type(operands)");
      case FormatPart.ResultType(int group) ->
          mentionGroups(signature.results(), group, "type($%s)", "type(results)");
      case FormatPart.FunctionalType(int operands, int results) -> {
        mentionGroups(signature.operands(), operands, "type($%s)", "functional-type(operands, _)");
        mentionGroups(signature.results(), results, "type($%s)", "functional-type(_, results)");
      }
      case FormatPart.AttributeDictionary _ -> count(DICTIONARY);
      case FormatPart.AttributeRef _, FormatPart.RegionRef _, FormatPart.SuccessorRef _ ->
          count(describe(part));
    }
  }

  private void mentionGroups(List<GroupModel> groups, int index, String pattern, String all) {
    if (index != FormatPart.ALL) {
      count("'" + pattern.formatted(groups.get(index).name()) + "'");
      return;
    }
    if (Signature.hasSegments(groups)) {
      error("'%s' can't tell several optional or variadic groups apart: name them one by one", all);
    }
    groups.forEach(group -> count("'" + pattern.formatted(group.name()) + "'"));
  }

  private void count(String what) {
    mentions.merge(what, 1, Integer::sum);
  }

  private void checkMentions() {
    for (Map.Entry<String, Integer> mention : mentions.entrySet()) {
      if (mention.getValue() > 1 && !mention.getKey().equals(DICTIONARY)) {
        error("%s stands in the format twice", mention.getKey());
      }
    }
    if (mentions.getOrDefault(DICTIONARY, 0) != 1) {
      error("the format needs attr-dict or attr-dict-with-keyword exactly once");
    }
    signature.operands().forEach(operand -> require("operand", operand.name()));
    signature.regions().forEach(region -> require("region", region.name()));
    for (SuccessorModel successor : signature.successors()) {
      require("successor", successor.name());
    }
  }

  private void require(String kind, String name) {
    if (!mentions.containsKey("'$" + name + "'")) {
      error("%s '$%s' is missing in the format", kind, name);
    }
  }

  private void checkBraces(List<FormatPart> parts) {
    IntStream.range(0, parts.size() - 1)
        .filter(i -> parts.get(i).equals(new FormatPart.AttributeDictionary(false)))
        .filter(i -> beginsWithBrace(parts.subList(i + 1, parts.size())))
        .forEach(_ ->
            error(
                "attr-dict is followed by a brace and both begin with '{': use"
                    + " attr-dict-with-keyword"));
  }

  private static boolean beginsWithBrace(List<FormatPart> parts) {
    for (FormatPart part : parts) {
      switch (part) {
        case FormatPart.RegionRef _ -> {
          return true;
        }
        case FormatPart.Literal(String text) when text.isBlank() -> {}
        case FormatPart.Literal(String text) -> {
          return text.equals("{");
        }
        case FormatPart.OptionalGroup group -> {
          if (beginsWithBrace(group.present()) || beginsWithBrace(group.otherwise())) {
            return true;
          }
        }
        default -> {
          return false;
        }
      }
    }
    return false;
  }

  private String describe(FormatPart part) {
    return switch (part) {
      case FormatPart.Literal(String text) -> "`" + text + "`";
      case FormatPart.OperandRef(int group) -> name(signature.operands(), group, "operands", "%s");
      case FormatPart.OperandType(int group) ->
          name(signature.operands(), group, "operands", "type(%s)");
      case FormatPart.ResultType(int group) ->
          name(signature.results(), group, "results", "type(%s)");
      case FormatPart.FunctionalType _ -> "functional-type";
      case FormatPart.AttributeRef(int i) -> "'$" + signature.attributes().get(i).name() + "'";
      case FormatPart.RegionRef(int i) -> "'$" + signature.regions().get(i).name() + "'";
      case FormatPart.SuccessorRef(int i) -> "'$" + signature.successors().get(i).name() + "'";
      case FormatPart.AttributeDictionary _ -> DICTIONARY;
      case FormatPart.OptionalGroup _ -> "an optional group";
    };
  }

  private static String name(List<GroupModel> groups, int index, String all, String pattern) {
    String name = index == FormatPart.ALL ? all : "$" + groups.get(index).name();
    return "'" + pattern.formatted(name) + "'";
  }

  private void error(String format, Object... arguments) {
    errors.add(format.formatted(arguments));
  }
}
