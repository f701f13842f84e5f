// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes an operation of one kind and puts it in its place. */
public final class OpBuilder<T extends Operation> {
  private final Inserter at;
  private final Class<T> kind;
  private final OperationState state;

  /** An operation of {@code schema}, whose Java class is {@code kind}. */
  public OpBuilder(Inserter at, OpSchema schema, Class<T> kind) {
    this.at = at;
    this.kind = kind;
    this.state = new OperationState(schema, at.location());
  }

  /** Adds the next group of operands, which holds one value. */
  public OpBuilder<T> operand(Value value) {
    state.operand(value);
    return this;
  }

  /** Adds the next group of operands, which holds one value or, for null, none. */
  public OpBuilder<T> optionalOperand(@Nullable Value value) {
    state.operands(value == null ? List.of() : List.of(value));
    return this;
  }

  /** Adds the next group of operands. */
  public OpBuilder<T> operands(List<? extends Value> group) {
    state.operands(group);
    return this;
  }

  /** Adds the next group of results, which holds one. */
  public OpBuilder<T> result(Type type) {
    state.result(type);
    return this;
  }

  /** Adds the next group of results. */
  public OpBuilder<T> results(List<? extends Type> group) {
    state.results(group);
    return this;
  }

  /** Adds an attribute; null stands for none. */
  public OpBuilder<T> attribute(String name, @Nullable Attribute value) {
    state.attribute(name, value);
    return this;
  }

  /** Adds a region. */
  public OpBuilder<T> region(Region region) {
    state.region(region);
    return this;
  }

  /** Adds a successor. */
  public OpBuilder<T> successor(Block block) {
    state.successor(block);
    return this;
  }

  /** Makes it and inserts it. */
  public T create() {
    return at.insert(kind.cast(state.create()));
  }
}
