// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.text;

import dev.azulejo.ir.Arity;
import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.AttributeConstraint;
import dev.azulejo.ir.OpParser.Operand;
import dev.azulejo.ir.OpSchema;
import dev.azulejo.ir.OperationState;
import dev.azulejo.ir.Region;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.FunctionType;
import dev.azulejo.ir.builtin.UnitAttr;
import dev.azulejo.ir.diag.Location;
import dev.azulejo.ir.format.FormatElement;
import dev.azulejo.ir.trait.ImplicitTerminator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads an operation by the form in its schema. */
final class FormatParser {
  private final OperationParser parser;
  private final OperationState state;
  private final OpSchema schema;
  private final @Nullable List<Operand>[] operands;
  private final TypeInference types;
  private Location operandsAt;

  @SuppressWarnings({"unchecked", "rawtypes"})
  FormatParser(OperationParser parser, OperationState state) {
    this.parser = parser;
    this.state = state;
    this.schema = state.schema();
    this.operands = new List[schema.operands().size()];
    this.types = new TypeInference(schema);
    this.operandsAt = state.location();
  }

  void parse(List<FormatElement> format) {
    parseAll(format);
    for (int i = 0; i < operands.length; i++) {
      types.setOperandCount(i, operands(i).size());
    }
    types.infer();
    for (int i = 0; i < operands.length; i++) {
      List<Type> known = types.operands(i);
      if (known == null) {
        throw parser.error(
            operandsAt, "can't tell the type of '%s'", schema.operands().get(i).name());
      }
      List<Value> values = parser.resolve(operands(i), known, operandsAt);
      state.operands(values);
    }
    for (int i = 0; i < schema.results().size(); i++) {
      List<Type> known = types.results(i);
      if (known == null) {
        throw parser.error(
            operandsAt, "can't tell the type of '%s'", schema.results().get(i).name());
      }
      state.results(known);
    }
  }

  private List<Operand> operands(int group) {
    List<Operand> written = operands[group];
    return written == null ? List.of() : written;
  }

  private void parseAll(List<FormatElement> elements) {
    for (FormatElement element : elements) {
      parse(element);
    }
  }

  private void parse(FormatElement element) {
    switch (element) {
      case FormatElement.Literal literal -> {
        if (!literal.text().isBlank()) {
          parser.expect(literal.text());
        }
      }
      case FormatElement.OperandRef ref -> operandRef(ref.group());
      case FormatElement.OperandType type -> operandType(type.group());
      case FormatElement.ResultType type -> resultType(type.group());
      case FormatElement.FunctionalType type -> functionalType(type);
      case FormatElement.AttributeRef ref -> attribute(ref.index(), true);
      case FormatElement.RegionRef ref -> region(ref.index());
      case FormatElement.SuccessorRef _ -> state.successor(parser.successor());
      case FormatElement.AttributeDictionary dictionary -> {
        if (dictionary.withKeyword()) {
          parser.attributeDictionaryWithKeyword(state);
        } else {
          parser.attributeDictionary(state);
        }
      }
      case FormatElement.Optional optional -> optional(optional);
    }
  }

  private void operandRef(int group) {
    operandsAt = parser.location();
    if (group != FormatElement.ALL) {
      operands[group] =
          switch (schema.operands().get(group).arity()) {
            case ONE -> List.of(parser.operand());
            case OPTIONAL -> {
              Operand operand = parser.acceptOperand();
              yield operand == null ? List.of() : List.of(operand);
            }
            case VARIADIC -> parser.operands();
          };
      return;
    }
    List<List<Operand>> shares = share("operand", schema.operands(), parser.operands());
    for (int i = 0; i < shares.size(); i++) {
      operands[i] = shares.get(i);
    }
  }

  private void operandType(int group) {
    if (group == FormatElement.ALL) {
      List<List<Type>> shares = share("operand", schema.operands(), parser.types());
      for (int i = 0; i < shares.size(); i++) {
        types.setOperands(i, shares.get(i));
      }
      return;
    }
    types.setOperands(group, typesFor(schema.operands().get(group)));
  }

  private void resultType(int group) {
    if (group == FormatElement.ALL) {
      List<List<Type>> shares = share("result", schema.results(), parser.types());
      for (int i = 0; i < shares.size(); i++) {
        types.setResults(i, shares.get(i));
      }
      return;
    }
    types.setResults(group, typesFor(schema.results().get(group)));
  }

  private List<Type> typesFor(OpSchema.Group group) {
    return group.arity() == Arity.VARIADIC ? parser.types() : List.of(parser.type());
  }

  private void functionalType(FormatElement.FunctionalType element) {
    Location place = parser.location();
    if (!(parser.type() instanceof FunctionType type)) {
      throw parser.error(place, "expected function type");
    }
    if (element.operandGroup() == FormatElement.ALL) {
      List<List<Type>> shares = share("operand", schema.operands(), type.inputs());
      for (int i = 0; i < shares.size(); i++) {
        types.setOperands(i, shares.get(i));
      }
    } else {
      types.setOperands(element.operandGroup(), type.inputs());
    }
    if (element.resultGroup() == FormatElement.ALL) {
      List<List<Type>> shares = share("result", schema.results(), type.results());
      for (int i = 0; i < shares.size(); i++) {
        types.setResults(i, shares.get(i));
      }
    } else {
      types.setResults(element.resultGroup(), type.results());
    }
  }

  /** Deals items out to groups: one each, and what is over to the one that varies. */
  private <T> List<List<T>> share(String what, List<OpSchema.Group> groups, List<T> items) {
    String problem = GroupCounts.check(what, groups, items.size());
    if (problem != null) {
      throw parser.error(parser.location(), "%s", problem);
    }
    List<List<T>> shares = new ArrayList<>();
    int over = items.size() - (int) groups.stream().filter(g -> g.arity() == Arity.ONE).count();
    int next = 0;
    for (OpSchema.Group group : groups) {
      int size = GroupCounts.isVariable(group) ? over : 1;
      shares.add(items.subList(next, next + size));
      next += size;
    }
    return shares;
  }

  private boolean attribute(int index, boolean required) {
    OpSchema.InherentAttribute declared = schema.attributes().get(index);
    AttributeConstraint constraint = declared.constraint();
    Attribute value;
    if (constraint.accepts(UnitAttr.INSTANCE) && !declared.required()) {
      value = UnitAttr.INSTANCE;
    } else {
      value = required ? constraint.parse(parser) : constraint.parseOptional(parser);
    }
    state.attribute(declared.name(), value);
    return value != null;
  }

  private void region(int index) {
    Location place = parser.location();
    Region region = parser.region(List.of());
    if (schema.prototype() instanceof ImplicitTerminator implicit) {
      parser.ensureTerminator(region, implicit.terminatorName(), place);
    }
    if (state.regions().size() != index) {
      throw parser.error(place, "region '%s' is out of place", schema.regions().get(index).name());
    }
    state.region(region);
  }

  private void optional(FormatElement.Optional optional) {
    List<FormatElement> rest = optional.present();
    // A literal that suppresses or adds a space is no text to decide by.
    while (rest.getFirst() instanceof FormatElement.Literal literal && literal.text().isBlank()) {
      rest = rest.subList(1, rest.size());
    }
    FormatElement first = rest.getFirst();
    boolean present;
    switch (first) {
      case FormatElement.Literal literal -> present = parser.at(literal.text());
      case FormatElement.OperandRef _ -> present = parser.atOperand();
      case FormatElement.RegionRef _ -> present = parser.at("{");
      case FormatElement.SuccessorRef _ -> present = parser.atSuccessor();
      case FormatElement.AttributeRef ref -> {
        present = attribute(ref.index(), false);
        rest = rest.subList(1, rest.size());
      }
      default -> present = false;
    }
    parseAll(present ? rest : optional.otherwise());
    if (!present) {
      markAbsent(optional.present());
    }
  }

  private void markAbsent(List<FormatElement> elements) {
    for (FormatElement element : elements) {
      switch (element) {
        case FormatElement.OperandType type when type.group() >= 0 -> {
          if (GroupCounts.isVariable(schema.operands().get(type.group()))) {
            types.setOperands(type.group(), Collections.emptyList());
          }
        }
        case FormatElement.ResultType type when type.group() >= 0 -> {
          if (GroupCounts.isVariable(schema.results().get(type.group()))) {
            types.setResults(type.group(), Collections.emptyList());
          }
        }
        default -> {}
      }
    }
  }
}
