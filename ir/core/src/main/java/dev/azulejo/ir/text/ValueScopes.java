// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.text;

import dev.azulejo.ir.AsmText;
import dev.azulejo.ir.Block;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.OpSchema;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.OperationState;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.diag.Location;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which value a name stands for while parsing. A name that is used before its definition gets a
 * stand-in, which the definition replaces.
 */
final class ValueScopes {
  private static final OpSchema STAND_IN = OpSchema.unregistered("unknown.value");

  private record Key(String name, int number) {}

  private record StandIn(Value value, Location location) {}

  /** What an operation's left side, or a block, binds a name to. */
  private record Definition(List<? extends Value> values, Location location) {}

  private final Map<String, Definition> definitions = new HashMap<>();
  private final Map<Key, StandIn> undefined = new LinkedHashMap<>();
  private final Deque<List<String>> scopes = new ArrayDeque<>();

  ValueScopes() {
    push();
  }

  void push() {
    scopes.push(new ArrayList<>());
  }

  void pop() {
    for (String name : scopes.pop()) {
      definitions.remove(name);
    }
  }

  /** Binds a name to as many values as an operation's left side says. */
  void define(String name, List<? extends Value> pack, Location place) {
    Definition old = definitions.put(name, new Definition(pack, place));
    if (old != null) {
      throw new ParseFailure(
          Diagnostic.error(place, "redefinition of SSA value '%s'", name)
              .note(old.location(), "previously defined here"));
    }
    scopes.element().add(name);
    if (!undefined.isEmpty()) {
      for (int i = 0; i < pack.size(); i++) {
        replaceStandIn(new Key(name, i), pack.get(i), place);
      }
    }
  }

  private void replaceStandIn(Key key, Value value, Location place) {
    StandIn old = undefined.remove(key);
    if (old == null) {
      return;
    }
    if (!old.value().type().equals(value.type())) {
      throw new ParseFailure(
          Diagnostic.error(
                  place,
                  "definition of SSA value '%s#%d' has type %s",
                  key.name(),
                  key.number(),
                  quoted(value.type()))
              .note(
                  old.location(), "previously used here with type %s", quoted(old.value().type())));
    }
    old.value().replaceAllUsesWith(value);
  }

  /** The value that a name stands for, where a type is expected. */
  Value use(String name, int number, Type type, Location place) {
    Definition definition = definitions.get(name);
    if (definition == null) {
      return standIn(new Key(name, number), type, place);
    }
    if (number >= definition.values().size()) {
      throw new ParseFailure(Diagnostic.error(place, "reference to invalid result number"));
    }
    return checked(definition.values().get(number), name, type, place, definition.location());
  }

  private Value standIn(Key key, Type type, Location place) {
    StandIn known = undefined.get(key);
    if (known != null) {
      return checked(known.value(), key.name(), type, place, known.location());
    }
    Value value = new OperationState(STAND_IN, place).result(type).create().result(0);
    undefined.put(key, new StandIn(value, place));
    return value;
  }

  private static Value checked(
      Value value, String name, Type type, Location place, Location earlier) {
    if (!value.type().equals(type)) {
      throw new ParseFailure(
          Diagnostic.error(
                  place,
                  "use of value '%s' expects different type than prior uses: %s vs %s",
                  name,
                  quoted(type),
                  quoted(value.type()))
              .note(earlier, "prior use here"));
    }
    return value;
  }

  /** The location of a definition that is visible, or null. */
  @Nullable Location definition(String name) {
    Definition definition = definitions.get(name);
    return definition == null ? null : definition.location();
  }

  /**
   * Has every name that was never defined stand for a value of an operation in front of a block.
   */
  void defineUndefined(Block block) {
    Operation first = block.first();
    for (StandIn standIn : undefined.values()) {
      if (standIn.value() instanceof OpResult result) {
        block.insertBefore(result.owner(), first);
      }
    }
    undefined.clear();
  }

  /** Reports every name that was never defined. */
  void reportUndefined(Diagnostics diagnostics) {
    for (StandIn standIn : undefined.values()) {
      diagnostics.error(standIn.location(), "use of undeclared SSA value name");
    }
  }

  private static String quoted(Type type) {
    return "'" + AsmText.ofType(type) + "'";
  }
}
