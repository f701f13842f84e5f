// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.text;

import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.Dialect;
import dev.azulejo.ir.NamedAttribute;
import dev.azulejo.ir.OpParser.Operand;
import dev.azulejo.ir.OpSchema;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.OperationState;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.UnregisteredOp;
import dev.azulejo.ir.builtin.DenseArrayAttr;
import dev.azulejo.ir.builtin.DictionaryAttr;
import dev.azulejo.ir.builtin.FunctionType;
import dev.azulejo.ir.diag.Location;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads operations in generic form. */
final class GenericForm {
  private final OperationParser parser;
  private final OpSchema schema;
  private final OperationState state;
  private @Nullable Attribute properties;

  private GenericForm(OperationParser parser, OpSchema schema, Location place) {
    this.parser = parser;
    this.schema = schema;
    this.state = new OperationState(schema, place);
  }

  static Operation parse(OperationParser parser) {
    Location place = parser.location();
    String name = parser.string();
    if (name.isEmpty()) {
      throw parser.plainError(place, "empty operation name is invalid");
    }
    return new GenericForm(parser, findSchema(parser, name, place), place).parse();
  }

  private static OpSchema findSchema(OperationParser parser, String name, Location place) {
    OpSchema schema = parser.dialects().schema(name);
    if (schema != null) {
      return schema;
    }
    int dot = name.indexOf('.');
    Dialect dialect = parser.dialects().dialect(dot < 0 ? "" : name.substring(0, dot));
    if (dialect != null) {
      throw parser.plainError(
          place,
          "unregistered operation '%s' found in dialect ('%s') that does not allow unknown"
              + " operations",
          name,
          dialect.name());
    }
    if (!parser.options().allowUnregistered()) {
      throw parser.plainError(
          parser.location(),
          "operation being parsed with an unregistered dialect. If this is intended, please use"
              + " --allow-unregistered-dialect with the tool used");
    }
    return OpSchema.unregistered(name);
  }

  private Operation parse() {
    if (!parser.accept("(")) {
      throw parser.unexpected("expected '(' to start operand list");
    }
    Location operandsAt = parser.location();
    List<Operand> operands = parser.operands();
    if (!parser.accept(")")) {
      throw parser.unexpected("expected ')' to end operand list");
    }
    successors();
    properties();
    regions();
    List<NamedAttribute> trailing = parser.at("{") ? parser.attributeEntries() : new ArrayList<>();
    if (!parser.accept(":")) {
      throw parser.unexpected("expected ':' followed by operation type");
    }
    Location typeAt = parser.location();
    if (!(parser.type() instanceof FunctionType type)) {
      throw parser.plainError(typeAt, "expected function type");
    }
    operands(operands, type.inputs(), typeAt, operandsAt);
    state.results(type.results());
    attributes(trailing);
    segments();
    Operation op = parser.create(state);
    if (op instanceof UnregisteredOp unregistered) {
      unregistered.setProperties(properties);
    }
    return op;
  }

  private void successors() {
    if (parser.accept("[")) {
      do {
        state.successor(parser.successor());
      } while (parser.accept(","));
      parser.expect("]");
    }
  }

  private void properties() {
    if (parser.accept("<")) {
      properties = parser.attribute();
      if (!parser.accept(">")) {
        throw parser.unexpected("expected '>' to close properties");
      }
    }
  }

  private void regions() {
    if (parser.accept("(")) {
      do {
        state.region(parser.region(List.of()));
      } while (parser.accept(","));
      if (!parser.accept(")")) {
        throw parser.unexpected("expected ')' to end region list");
      }
    }
  }

  private void operands(
      List<Operand> operands, List<Type> types, Location typeAt, Location operandsAt) {
    if (operands.size() != types.size()) {
      throw parser.plainError(
          typeAt,
          "expected %d operand type%s but had %d",
          operands.size(),
          operands.size() == 1 ? "" : "s",
          types.size());
    }
    state.operands(parser.resolve(operands, types, operandsAt));
  }

  /** Inherent attributes come as properties; without any, they may stand among the others. */
  private void attributes(List<NamedAttribute> trailing) {
    if (!schema.isRegistered()) {
      trailing.forEach(entry -> state.attribute(entry.name(), entry.value()));
      return;
    }
    if (properties instanceof DictionaryAttr dictionary) {
      for (NamedAttribute entry : dictionary.entries()) {
        if (isInherent(entry.name())) {
          state.attribute(entry.name(), entry.value());
        }
      }
    } else if (properties != null) {
      throw parser.plainError(
          state.location(), "expected a dictionary of properties for '%s'", schema.name());
    }
    for (NamedAttribute entry : trailing) {
      if (properties == null || !isInherent(entry.name())) {
        state.attribute(entry.name(), entry.value());
      }
    }
  }

  private boolean isInherent(String name) {
    return schema.attributeIndex(name) >= 0
        || (schema.hasOperandSegments() && name.equals(Segments.OPERANDS))
        || (schema.hasResultSegments() && name.equals(Segments.RESULTS));
  }

  private void segments() {
    if (schema.hasOperandSegments()) {
      state.setOperandSegments(
          sizes(Segments.OPERANDS, "operand", schema.operands(), state.operands().size()));
    }
    if (schema.hasResultSegments()) {
      state.setResultSegments(
          sizes(Segments.RESULTS, "result", schema.results(), state.resultTypes().size()));
    }
    state
        .attributes()
        .removeIf(entry ->
            schema.isRegistered()
                && (entry.name().equals(Segments.OPERANDS)
                    || entry.name().equals(Segments.RESULTS)));
  }

  private int[] sizes(String attribute, String what, List<OpSchema.Group> groups, int count) {
    if (!(state.attribute(attribute) instanceof DenseArrayAttr written)) {
      throw parser.plainError(
          state.location(), "'%s' op requires attribute '%s'", schema.name(), attribute);
    }
    long[] sizes = written.asLongs();
    if (sizes.length != groups.size()) {
      throw parser.plainError(
          state.location(),
          "'%s' op '%s' must have %d elements, but got %d",
          schema.name(),
          attribute,
          groups.size(),
          sizes.length);
    }
    int[] checked = new int[sizes.length];
    long total = 0;
    for (int i = 0; i < sizes.length; i++) {
      if (sizes[i] < 0 || sizes[i] > count) {
        throw parser.plainError(
            state.location(),
            "'%s' op '%s' element %d is out of range",
            schema.name(),
            attribute,
            i);
      }
      switch (groups.get(i).arity()) {
        case ONE -> checkSize(sizes[i] == 1, groups.get(i), what, sizes[i]);
        case OPTIONAL -> checkSize(sizes[i] <= 1, groups.get(i), what, sizes[i]);
        case VARIADIC -> {}
      }
      checked[i] = (int) sizes[i];
      total += sizes[i];
    }
    if (total != count) {
      throw parser.plainError(
          state.location(),
          "'%s' op %s count (%d) does not match with the total size (%d) specified in attribute"
              + " '%s'",
          schema.name(),
          what,
          count,
          total,
          attribute);
    }
    return checked;
  }

  private void checkSize(boolean fits, OpSchema.Group group, String what, long size) {
    if (!fits) {
      throw parser.plainError(
          state.location(),
          "'%s' op %s group '%s' can't have %d elements",
          schema.name(),
          what,
          group.name(),
          size);
    }
  }
}
