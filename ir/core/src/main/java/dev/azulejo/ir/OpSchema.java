// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir;

import dev.azulejo.ir.format.FormatElement;
import dev.azulejo.ir.spec.Region.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The declaration of an operation at run time. Text, verifier, cloning, documentation and fuzzers
 * read it. The annotation processor writes one for each {@code @OpDef}; anyone may build one by
 * hand.
 */
public final class OpSchema {

  /** A group of operands or results. */
  public record Group(String name, TypeConstraint constraint, Arity arity) {}

  /** An inherent attribute; {@code defaultText} is null where there is no default. */
  public record InherentAttribute(
      String name, AttributeConstraint constraint, boolean required, @Nullable String defaultText) {
    /** The value where none is given, or null. */
    public @Nullable Attribute defaultValue() {
      return defaultText == null ? null : constraint.defaultValue(defaultText);
    }
  }

  /** A region, or with {@code variadic} any number of them. */
  public record RegionSlot(String name, Shape shape, boolean variadic) {}

  /** A successor, or with {@code variadic} any number of them. */
  public record SuccessorSlot(String name, boolean variadic) {}

  /** Says that the type of {@code target} follows from that of {@code from}. */
  public record TypeRule(String target, String from, TypeFunction rule) {}

  private final String name;
  private final List<Group> operands;
  private final List<Group> results;
  private final List<InherentAttribute> attributes;
  private final List<RegionSlot> regions;
  private final List<SuccessorSlot> successors;
  private final List<String> sameTypes;
  private final List<TypeRule> typeRules;
  private final List<String> parents;
  private final @Nullable List<FormatElement> format;
  private final @Nullable BiConsumer<OpParser, OperationState> parser;
  private final boolean registered;
  private final Supplier<? extends Operation> factory;
  private final int variadicOperand;
  private final int variadicResult;

  /** Made when first asked for; it holds nothing, so any number of threads may make it. */
  private @Nullable Operation prototype;

  private OpSchema(Builder builder, Supplier<? extends Operation> factory, boolean registered) {
    this.name = builder.name;
    this.operands = List.copyOf(builder.operands);
    this.results = List.copyOf(builder.results);
    this.attributes = List.copyOf(builder.attributes);
    this.regions = List.copyOf(builder.regions);
    this.successors = List.copyOf(builder.successors);
    this.sameTypes = builder.sameTypes;
    this.typeRules = List.copyOf(builder.typeRules);
    this.parents = builder.parents;
    this.format = builder.format;
    this.parser = builder.parser;
    this.registered = registered;
    this.factory = factory;
    this.variadicOperand = onlyVariadic(operands);
    this.variadicResult = onlyVariadic(results);
  }

  /** Begins the declaration of an operation. */
  public static Builder define(String name) {
    return new Builder(name);
  }

  /** The schema of an operation that no dialect declares: anything goes. */
  public static OpSchema unregistered(String name) {
    return new OpSchema(new Builder(name), UnregisteredOp::new, false);
  }

  /** The full name, dialect first. */
  public String name() {
    return name;
  }

  /** The part of the name before the first dot; empty where there is no dot. */
  public String dialectName() {
    int dot = name.indexOf('.');
    return dot < 0 ? "" : name.substring(0, dot);
  }

  /** Does a dialect declare it? */
  public boolean isRegistered() {
    return registered;
  }

  /** The groups of operands. */
  public List<Group> operands() {
    return operands;
  }

  /** The groups of results. */
  public List<Group> results() {
    return results;
  }

  /** The inherent attributes. */
  public List<InherentAttribute> attributes() {
    return attributes;
  }

  /** The regions. */
  public List<RegionSlot> regions() {
    return regions;
  }

  /** The successors. */
  public List<SuccessorSlot> successors() {
    return successors;
  }

  /** The operands and results that all have one type, by name. */
  public List<String> sameTypes() {
    return sameTypes;
  }

  /** The types that follow from others. */
  public List<TypeRule> typeRules() {
    return typeRules;
  }

  /** The names of the operations it may stand in; empty for any. */
  public List<String> parents() {
    return parents;
  }

  /** The custom form as data, or null where it has none or its own code. */
  public @Nullable List<FormatElement> format() {
    return format;
  }

  /** The code that reads the custom form, or null. */
  public @Nullable BiConsumer<OpParser, OperationState> parser() {
    return parser;
  }

  /** The place of an inherent attribute, or -1. */
  public int attributeIndex(String attribute) {
    for (int i = 0; i < attributes.size(); i++) {
      if (attributes.get(i).name().equals(attribute)) {
        return i;
      }
    }
    return -1;
  }

  /** Has it several groups of operands whose size varies? Then each operation keeps their sizes. */
  public boolean hasOperandSegments() {
    return variadicOperand == SEVERAL;
  }

  /** Has it several groups of results whose size varies? */
  public boolean hasResultSegments() {
    return variadicResult == SEVERAL;
  }

  int variadicOperand() {
    return variadicOperand;
  }

  int variadicResult() {
    return variadicResult;
  }

  /**
   * An operation of this kind that has nothing and stands nowhere: only good for asking which
   * traits the kind has.
   */
  public Operation prototype() {
    Operation made = prototype;
    if (made == null) {
      made = factory.get();
      prototype = made;
    }
    return made;
  }

  /** Makes an operation of this kind. */
  public Operation create(OperationState state) {
    Operation op = factory.get();
    op.initialize(this, state);
    return op;
  }

  private static final int NONE = -1;
  private static final int SEVERAL = -2;

  private static int onlyVariadic(List<Group> groups) {
    int found = NONE;
    for (int i = 0; i < groups.size(); i++) {
      if (groups.get(i).arity() != Arity.ONE) {
        found = found == NONE ? i : SEVERAL;
      }
    }
    return found;
  }

  /** Collects a declaration. */
  public static final class Builder {
    private final String name;
    private final List<Group> operands = new ArrayList<>();
    private final List<Group> results = new ArrayList<>();
    private final List<InherentAttribute> attributes = new ArrayList<>();
    private final List<RegionSlot> regions = new ArrayList<>();
    private final List<SuccessorSlot> successors = new ArrayList<>();
    private final List<TypeRule> typeRules = new ArrayList<>();
    private List<String> sameTypes = List.of();
    private List<String> parents = List.of();
    private @Nullable List<FormatElement> format;
    private @Nullable BiConsumer<OpParser, OperationState> parser;

    private Builder(String name) {
      this.name = name;
    }

    /** Adds a group of operands. */
    public Builder operand(String group, TypeConstraint constraint, Arity arity) {
      operands.add(new Group(group, constraint, arity));
      return this;
    }

    /** Adds a group of results. */
    public Builder result(String group, TypeConstraint constraint, Arity arity) {
      results.add(new Group(group, constraint, arity));
      return this;
    }

    /** Adds an inherent attribute. */
    public Builder attribute(
        String attribute,
        AttributeConstraint constraint,
        boolean required,
        @Nullable String defaultText) {
      attributes.add(new InherentAttribute(attribute, constraint, required, defaultText));
      return this;
    }

    /** Adds a region, or a variadic tail of them. */
    public Builder region(String region, Shape shape, boolean variadic) {
      regions.add(new RegionSlot(region, shape, variadic));
      return this;
    }

    /** Adds a successor, or a variadic tail of them. */
    public Builder successor(String successor, boolean variadic) {
      successors.add(new SuccessorSlot(successor, variadic));
      return this;
    }

    /** Says which operands and results all have one type. */
    public Builder sameTypes(String... names) {
      sameTypes = List.of(names);
      return this;
    }

    /** Says that one type follows from another. */
    public Builder typeRule(String target, String from, TypeFunction rule) {
      typeRules.add(new TypeRule(target, from, rule));
      return this;
    }

    /** Says what it may stand in. */
    public Builder parents(String... names) {
      parents = List.of(names);
      return this;
    }

    /** Gives it a custom form as data. */
    public Builder format(FormatElement... elements) {
      format = List.of(elements);
      return this;
    }

    /** Gives it a custom form by code; its class is {@link CustomAssembly}. */
    public Builder parser(BiConsumer<OpParser, OperationState> code) {
      parser = code;
      return this;
    }

    /** Ends the declaration. */
    public OpSchema build(Supplier<? extends Operation> factory) {
      return new OpSchema(this, factory, true);
    }
  }
}
