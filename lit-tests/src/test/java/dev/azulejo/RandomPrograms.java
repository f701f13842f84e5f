// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo;

import dev.azulejo.dialect.vector.MaskOp;
import dev.azulejo.ir.Block;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.OpSchema;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.OperationState;
import dev.azulejo.ir.Region;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.TypeConstraint;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.diag.Location;
import dev.azulejo.ir.text.ParseOptions;
import dev.azulejo.ir.trait.Terminator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Programs that the schemas allow, or nearly: what a declaration says in code only, a program may
 * breach, so that callers ask the verifier.
 */
final class RandomPrograms {
  private static final List<OpSchema> SCHEMAS = schemas();
  private static final int MAX_DEPTH = 2;

  private final Random random;
  private final Pool pool;

  RandomPrograms(Random random, Pool pool) {
    this.random = random;
    this.pool = pool;
  }

  private static List<OpSchema> schemas() {
    List<OpSchema> all = new ArrayList<>();
    Programs.DIALECTS
        .all()
        .forEach(
            dialect -> dialect.operationNames().forEach(name -> all.add(dialect.operation(name))));
    return all;
  }

  /** A module of a few operations that each verify. */
  Operation module() {
    Operation module = Programs.parse("empty", "module {\n}\n", ParseOptions.STRICT);
    Block body = module.region(0).entry();
    for (int i = 1 + random.nextInt(6); i > 0; i--) {
      OpSchema schema = SCHEMAS.get(random.nextInt(SCHEMAS.size()));
      // What ends a block would be wrong as soon as anything follows.
      boolean ends = schema.prototype() instanceof Terminator;
      Operation op = ends ? null : operation(schema, body, 0);
      if (op != null && (!canBeSaid(op) || !Programs.problems(module).isEmpty())) {
        op.erase();
      }
    }
    return module;
  }

  /** Upstream prints a mask with a value to pass through and no result, and does not read it. */
  private static boolean canBeSaid(Operation root) {
    boolean[] can = {true};
    root.walk(op ->
        can[0] &=
            !(op instanceof MaskOp mask) || mask.resultCount() > 0 || mask.passthru().isEmpty());
    return can[0];
  }

  private @Nullable Operation operation(OpSchema schema, Block block, int depth) {
    if (!schema.successors().isEmpty()) {
      return null;
    }
    OperationState state = new OperationState(schema, Location.unknown());
    Map<String, Type> types = new TreeMap<>();
    if (!types(schema, schema.operands(), types) || !types(schema, schema.results(), types)) {
      return null;
    }
    for (OpSchema.Group group : schema.operands()) {
      List<Value> values = new ArrayList<>();
      for (int i = count(group); i > 0; i--) {
        values.add(value(types.get(group.name()), block));
      }
      state.operands(values);
    }
    for (OpSchema.Group group : schema.results()) {
      List<Type> results = new ArrayList<>();
      for (int i = count(group); i > 0; i--) {
        results.add(types.get(group.name()));
      }
      state.results(results);
    }
    for (OpSchema.InherentAttribute attribute : schema.attributes()) {
      if (attribute.required() || random.nextBoolean()) {
        state.attribute(attribute.name(), pool.attribute(random, attribute.constraint()));
      }
    }
    if (random.nextInt(4) == 0) {
      state.attribute("t.note", pool.attribute(random));
    }
    for (OpSchema.RegionSlot slot : schema.regions()) {
      state.region(region(schema, slot, depth));
    }
    return Inserter.atEnd(block, Location.unknown()).insert(state.create());
  }

  private int count(OpSchema.Group group) {
    return switch (group.arity()) {
      case ONE -> 1;
      case OPTIONAL -> random.nextInt(2);
      case VARIADIC -> random.nextInt(3);
    };
  }

  /** Chooses a type for each group that has none yet; false where there is none to choose. */
  private boolean types(OpSchema schema, List<OpSchema.Group> groups, Map<String, Type> types) {
    for (OpSchema.Group group : groups) {
      Type type = derived(schema, group.name(), types);
      if (type == null) {
        type = pool.type(random, group.constraint());
      }
      if (type == null) {
        return false;
      }
      types.put(group.name(), type);
    }
    return true;
  }

  private static @Nullable Type derived(OpSchema schema, String name, Map<String, Type> types) {
    if (schema.sameTypes().contains(name)) {
      for (String other : schema.sameTypes()) {
        if (types.containsKey(other)) {
          return types.get(other);
        }
      }
    }
    for (OpSchema.TypeRule rule : schema.typeRules()) {
      Type from = types.get(rule.from());
      if (rule.target().equals(name) && from != null) {
        return rule.rule().apply(from);
      }
    }
    return null;
  }

  private Value value(Type type, Block block) {
    List<Value> visible = new ArrayList<>(block.arguments());
    block.forEach(op -> visible.addAll(op.results()));
    visible.removeIf(value -> !value.type().equals(type));
    if (!visible.isEmpty() && random.nextInt(3) > 0) {
      return visible.get(random.nextInt(visible.size()));
    }
    OpResult made =
        new OperationState(OpSchema.unregistered("t.value"), Location.unknown())
            .result(type)
            .create()
            .result(0);
    block.append(made.owner());
    return made;
  }

  private Region region(OpSchema parent, OpSchema.RegionSlot slot, int depth) {
    Region region = new Region();
    boolean mayBeEmpty = slot.shape() != dev.azulejo.ir.spec.Region.Shape.SINGLE_BLOCK;
    if (mayBeEmpty && random.nextInt(3) == 0) {
      return region;
    }
    Block block = region.appendBlock();
    for (int i = random.nextInt(3); i > 0; i--) {
      Type type = pool.type(random, new Any());
      if (type != null) {
        block.addArgument(type, Location.unknown());
      }
    }
    if (depth < MAX_DEPTH && random.nextBoolean()) {
      operation(SCHEMAS.get(random.nextInt(SCHEMAS.size())), block, depth + 1);
    }
    List<OpSchema> ends =
        SCHEMAS.stream()
            .filter(schema -> schema.prototype() instanceof Terminator)
            .filter(
                schema -> schema.parents().isEmpty() || schema.parents().contains(parent.name()))
            .toList();
    if (!ends.isEmpty() && random.nextInt(5) > 0) {
      operation(ends.get(random.nextInt(ends.size())), block, depth + 1);
    }
    return region;
  }

  private static final class Any implements TypeConstraint {
    @Override
    public boolean accepts(Type type) {
      return true;
    }

    @Override
    public String description() {
      return "anything";
    }
  }
}
