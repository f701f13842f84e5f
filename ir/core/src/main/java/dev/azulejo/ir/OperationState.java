// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir;

import dev.azulejo.ir.diag.Location;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.collections.api.list.primitive.MutableIntList;
import org.eclipse.collections.impl.factory.primitive.IntLists;
import org.jspecify.annotations.Nullable;

/** Everything that an operation is made of, collected before it is made. */
public final class OperationState {
  private final OpSchema schema;
  private Location location;
  private final List<Value> operands = new ArrayList<>();
  private final MutableIntList operandGroups = IntLists.mutable.empty();
  private int @Nullable [] operandSegments;
  private final List<Type> resultTypes = new ArrayList<>();
  private final MutableIntList resultGroups = IntLists.mutable.empty();
  private int @Nullable [] resultSegments;
  private final List<NamedAttribute> attributes = new ArrayList<>();
  private final List<Region> regions = new ArrayList<>();
  private final List<Block> successors = new ArrayList<>();

  /** An operation of a kind at a place, with nothing yet. */
  public OperationState(OpSchema schema, Location location) {
    this.schema = schema;
    this.location = location;
  }

  /** The kind. */
  public OpSchema schema() {
    return schema;
  }

  /** The place. */
  public Location location() {
    return location;
  }

  /** Sets the place. */
  public void setLocation(Location place) {
    location = place;
  }

  /** Adds the next group of operands, which holds one value. */
  public OperationState operand(Value value) {
    operands.add(value);
    operandGroups.add(1);
    return this;
  }

  /** Adds the next group of operands. */
  public OperationState operands(List<? extends Value> group) {
    operands.addAll(group);
    operandGroups.add(group.size());
    return this;
  }

  /** Adds the next group of results, which holds one. */
  public OperationState result(Type type) {
    resultTypes.add(type);
    resultGroups.add(1);
    return this;
  }

  /** Adds the next group of results. */
  public OperationState results(List<? extends Type> group) {
    resultTypes.addAll(group);
    resultGroups.add(group.size());
    return this;
  }

  /** Adds an attribute; null stands for none. */
  public OperationState attribute(String name, @Nullable Attribute value) {
    if (value != null) {
      attributes.add(new NamedAttribute(name, value));
    }
    return this;
  }

  /** Adds a region. */
  public OperationState region(Region region) {
    regions.add(region);
    return this;
  }

  /** Adds a successor. */
  public OperationState successor(Block block) {
    successors.add(block);
    return this;
  }

  /** Sets the sizes of the operand groups at once, as the generic form does. */
  public void setOperandSegments(int @Nullable [] sizes) {
    operandSegments = sizes;
  }

  /** Sets the sizes of the result groups at once, as the generic form does. */
  public void setResultSegments(int @Nullable [] sizes) {
    resultSegments = sizes;
  }

  /** The operands so far. */
  public List<Value> operands() {
    return operands;
  }

  /** The types of the results so far. */
  public List<Type> resultTypes() {
    return resultTypes;
  }

  /** The attributes so far, inherent and other. */
  public List<NamedAttribute> attributes() {
    return attributes;
  }

  /** The attribute of a name so far, or null. */
  public @Nullable Attribute attribute(String name) {
    for (NamedAttribute entry : attributes) {
      if (entry.name().equals(name)) {
        return entry.value();
      }
    }
    return null;
  }

  /** The regions so far. */
  public List<Region> regions() {
    return regions;
  }

  /** The successors so far. */
  public List<Block> successors() {
    return successors;
  }

  int[] operandSegments() {
    return operandSegments != null ? operandSegments : operandGroups.toArray();
  }

  int[] resultSegments() {
    return resultSegments != null ? resultSegments : resultGroups.toArray();
  }

  /** Makes the operation, detached. */
  public Operation create() {
    return schema.create(this);
  }
}
