// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.verify.program;

import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.Block;
import dev.azulejo.ir.NamedAttribute;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Region;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * What an operation does, as text: equal for equal operations on equal things, wherever they stand.
 */
final class Structure {
  private final Map<Attribute, Integer> attributes = new HashMap<>();
  private final Map<Type, Integer> types = new HashMap<>();

  Structure() {}

  /** The text of an operation; {@code outside} names what it takes from outside. */
  String of(Operation op, Function<Value, String> outside) {
    StringBuilder text = new StringBuilder();
    write(op, outside, new HashMap<>(), text);
    return text.toString();
  }

  /** A number for an attribute, the same for equal ones. */
  int number(Attribute attribute) {
    return attributes.computeIfAbsent(attribute, _ -> attributes.size());
  }

  private void write(
      Operation op,
      Function<Value, String> outside,
      Map<Value, Integer> inside,
      StringBuilder text) {
    text.append(op.name());
    for (NamedAttribute attribute : op.inherentAttributes()) {
      text.append(' ').append(attribute.name()).append('=').append(number(attribute.value()));
    }
    text.append('(');
    for (Value operand : op.operands()) {
      Integer known = inside.get(operand);
      text.append(known == null ? outside.apply(operand) : "%" + known).append(' ');
    }
    text.append(')');
    op.results()
        .forEach(result -> {
          inside.put(result, inside.size());
          text.append(types.computeIfAbsent(result.type(), _ -> types.size())).append(' ');
        });
    for (Region region : op.regions()) {
      text.append('{');
      for (Block block : region.blocks()) {
        block.arguments().forEach(argument -> inside.put(argument, inside.size()));
        text.append('^');
        block.forEach(inner -> write(inner, outside, inside, text));
      }
      text.append('}');
    }
  }
}
