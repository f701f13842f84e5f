// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.text;

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

  private record Entry(Value value, Location location, boolean defined) {}

  private final Map<Key, Entry> values = new HashMap<>();
  private final Map<String, Integer> sizes = new HashMap<>();
  private final Map<Key, Location> undefined = new LinkedHashMap<>();
  private final Deque<List<Key>> scopes = new ArrayDeque<>();

  ValueScopes() {
    push();
  }

  void push() {
    scopes.push(new ArrayList<>());
  }

  void pop() {
    for (Key key : scopes.pop()) {
      values.remove(key);
      sizes.remove(key.name());
    }
  }

  /** Binds a name to as many values as an operation's left side says. */
  void define(String name, List<? extends Value> pack, Location place) {
    sizes.put(name, pack.size());
    for (int i = 0; i < pack.size(); i++) {
      define(new Key(name, i), pack.get(i), place);
    }
  }

  private void define(Key key, Value value, Location place) {
    Entry old = values.get(key);
    if (old != null && old.defined()) {
      throw new ParseFailure(
          Diagnostic.error(place, "redefinition of SSA value '%s'", key.name())
              .note(old.location(), "previously defined here"));
    }
    if (old != null) {
      replaceStandIn(key, old, value, place);
    }
    values.put(key, new Entry(value, place, true));
    List<Key> scope = scopes.peek();
    if (scope != null) {
      scope.add(key);
    }
  }

  private void replaceStandIn(Key key, Entry old, Value value, Location place) {
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
    undefined.remove(key);
  }

  /** The value that a name stands for, where a type is expected. */
  Value use(String name, int number, Type type, Location place) {
    Integer size = sizes.get(name);
    if (size != null && number >= size) {
      throw new ParseFailure(Diagnostic.error(place, "reference to invalid result number"));
    }
    Key key = new Key(name, number);
    Entry entry = values.get(key);
    if (entry == null) {
      Value standIn = new OperationState(STAND_IN, place).result(type).create().result(0);
      values.put(key, new Entry(standIn, place, false));
      undefined.put(key, place);
      return standIn;
    }
    if (!entry.value().type().equals(type)) {
      throw new ParseFailure(
          Diagnostic.error(
                  place,
                  "use of value '%s' expects different type than prior uses: %s vs %s",
                  name,
                  quoted(type),
                  quoted(entry.value().type()))
              .note(entry.location(), "prior use here"));
    }
    return entry.value();
  }

  /** The location of a definition that is visible, or null. */
  @Nullable Location definition(String name) {
    Entry entry = values.get(new Key(name, 0));
    return entry != null && entry.defined() ? entry.location() : null;
  }

  /**
   * Has every name that was never defined stand for a value of an operation in front of a block.
   */
  void defineUndefined(Block block) {
    Operation first = block.first();
    for (Key key : undefined.keySet()) {
      Entry entry = values.get(key);
      if (entry != null && entry.value() instanceof OpResult result) {
        block.insertBefore(result.owner(), first);
      }
    }
    undefined.clear();
  }

  /** Reports every name that was never defined. */
  void reportUndefined(Diagnostics diagnostics) {
    for (Location place : undefined.values()) {
      diagnostics.error(place, "use of undeclared SSA value name");
    }
  }

  private static String quoted(Type type) {
    return "'" + dev.azulejo.ir.AsmText.ofType(type) + "'";
  }
}
