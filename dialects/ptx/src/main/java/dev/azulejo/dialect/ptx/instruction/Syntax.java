// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx.instruction;

import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.StringAttr;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The spelling of one instruction, put together from left to right. */
public final class Syntax {

  /** A result that has a value already before the instruction, which may leave it as it is. */
  public record Tie(Value result, Value initial) {}

  private final Operation op;
  private final StringBuilder mnemonic;
  private final List<Part> parts = new ArrayList<>();
  private final List<Tie> ties = new ArrayList<>();
  private @Nullable Value guard;
  private boolean negated;

  private Syntax(Operation op, String mnemonic) {
    this.op = op;
    this.mnemonic = new StringBuilder(mnemonic);
  }

  /** Begins with the first words of the mnemonic. */
  public static Syntax of(Operation op, String mnemonic) {
    return new Syntax(op, mnemonic);
  }

  // --- The mnemonic -----------------------------------------------------------------------------

  /** Adds a word, behind a dot. */
  public Syntax word(String word) {
    mnemonic.append('.').append(word);
    return this;
  }

  /** Adds a word where a condition holds. */
  public Syntax wordIf(boolean condition, String word) {
    return condition ? word(word) : this;
  }

  /** Adds for each attribute that is there the string that it is, or its own name for a flag. */
  public Syntax modifiers(String... names) {
    for (String name : names) {
      Attribute value = op.attribute(name);
      if (value != null) {
        word(value instanceof StringAttr string ? string.value() : name);
      }
    }
    return this;
  }

  /** Adds a prefix and the string that an attribute is, where it is there. */
  public Syntax modifier(String prefix, String name) {
    return op.attribute(name) instanceof StringAttr string ? word(prefix + string.value()) : this;
  }

  /**
   * Adds how the instruction sees a type: as the attribute {@code packed} says, else as a number,
   * with a sign unless {@code unsigned} is there.
   */
  public Syntax typed(Type type) {
    if (op.attribute("packed") instanceof StringAttr packed) {
      return word(packed.value());
    }
    return word(op.hasAttribute("unsigned") ? TypeWords.unsigned(type) : TypeWords.number(type));
  }

  /** Adds how the instruction sees bits of a type. */
  public Syntax bits(Type type) {
    return word(TypeWords.bits(type));
  }

  // --- The operands -----------------------------------------------------------------------------

  /** Adds a register that is written. */
  public Syntax result(Value value) {
    return part(new Part.Destination(value));
  }

  /** Adds registers that are written: in braces unless it is one. */
  public Syntax results(List<? extends Value> values) {
    List<Part> all = new ArrayList<>();
    values.forEach(value -> all.add(new Part.Destination(value)));
    return part(all.size() == 1 ? all.getFirst() : new Part.Group(all));
  }

  /** Adds values that may be constants. */
  public Syntax sources(Value... values) {
    for (Value value : values) {
      part(new Part.Source(value));
    }
    return this;
  }

  /** Adds a value that may be a constant, where it is there. */
  public Syntax source(Optional<Value> value) {
    value.ifPresent(present -> part(new Part.Source(present)));
    return this;
  }

  /** Adds values that must be in registers. */
  public Syntax registers(Value... values) {
    for (Value value : values) {
      part(new Part.Register(value));
    }
    return this;
  }

  /** Adds a value that must be in a register, where it is there. */
  public Syntax register(Optional<Value> value) {
    value.ifPresent(present -> part(new Part.Register(present)));
    return this;
  }

  /** Adds values in registers, in braces. */
  public Syntax group(List<? extends Value> values) {
    List<Part> all = new ArrayList<>();
    values.forEach(value -> all.add(new Part.Register(value)));
    return part(new Part.Group(all));
  }

  /** Adds values: in registers and braces unless it is one. */
  public Syntax vector(List<? extends Value> values) {
    return values.size() == 1 ? sources(values.getFirst()) : group(values);
  }

  /** Adds registers of an array, in braces. */
  public Syntax elements(Value array, long first, int count) {
    List<Part> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(new Part.Element(array, first + i));
    }
    return part(new Part.Group(all));
  }

  /** Adds an address. */
  public Syntax address(Value base, long offset) {
    return part(new Part.Address(base, offset));
  }

  /** Adds a box of a tensor. */
  public Syntax tensor(Value map, List<Value> coordinates) {
    return part(new Part.Tensor(map, coordinates));
  }

  /** Adds a number. */
  public Syntax number(long number) {
    return part(new Part.Literal(Long.toString(number)));
  }

  /** Adds text. */
  public Syntax text(String text) {
    return part(new Part.Literal(text));
  }

  /** Adds a part. */
  public Syntax part(Part part) {
    parts.add(part);
    return this;
  }

  // --- What stands before the mnemonic ----------------------------------------------------------

  /** Executes it only where a value is true, or with {@code negated} false. */
  public Syntax guard(Optional<Value> condition, boolean not) {
    guard = condition.orElse(null);
    negated = not;
    return this;
  }

  /** Says what results are where the instruction does not write them. */
  public Syntax ties(List<? extends Value> results, List<? extends Value> initial) {
    for (int i = 0; i < Math.min(results.size(), initial.size()); i++) {
      ties.add(new Tie(results.get(i), initial.get(i)));
    }
    return this;
  }

  // --- What came of it --------------------------------------------------------------------------

  /** The whole mnemonic. */
  public String mnemonic() {
    return mnemonic.toString();
  }

  /** What stands behind it. */
  public List<Part> parts() {
    return Collections.unmodifiableList(parts);
  }

  /** The results that have values before. */
  public List<Tie> ties() {
    return Collections.unmodifiableList(ties);
  }

  /** The condition under which it is executed, or null for always. */
  public @Nullable Value guard() {
    return guard;
  }

  /** Is it executed where the condition is false? */
  public boolean isNegated() {
    return negated;
  }
}
