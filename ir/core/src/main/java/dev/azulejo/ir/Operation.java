// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir;

import dev.azulejo.ir.diag.CompilerBug;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.Location;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The only unit of code. Its kind is its {@link #schema()}, never its Java class.
 *
 * <p>Operands lie in one array of {@link Use}, results in another; a schema with several variadic
 * groups adds the sizes of the groups. Inherent attributes lie in an array that the schema lays
 * out, the others in a small list sorted by name. The class that a dialect writes holds no fields:
 * text, cloning and verification read the schema.
 */
@SuppressWarnings("NullAway.Init") // The schema's factory calls initialize before anyone else.
public abstract class Operation {
  private OpSchema schema;
  private Location location;
  private Use[] operands;
  private int @Nullable [] operandSegments;
  private OpResult[] results;
  private int @Nullable [] resultSegments;
  private @Nullable Attribute[] inherent;
  private List<NamedAttribute> discardable;
  private Region[] regions;
  private Block[] successors;
  private @Nullable Block block;
  private @Nullable Operation previous;
  private @Nullable Operation next;
  private int order;
  private int id = -1;

  /** Only generated classes and the framework make operations. */
  protected Operation() {}

  final void initialize(OpSchema kind, OperationState state) {
    schema = kind;
    location = state.location();
    List<Value> values = state.operands();
    operands = new Use[values.size()];
    for (int i = 0; i < operands.length; i++) {
      operands[i] = new Use(this, i, values.get(i));
    }
    operandSegments = kind.hasOperandSegments() ? state.operandSegments() : null;
    List<Type> types = state.resultTypes();
    results = new OpResult[types.size()];
    for (int i = 0; i < results.length; i++) {
      results[i] = new OpResult(this, i, types.get(i));
    }
    resultSegments = kind.hasResultSegments() ? state.resultSegments() : null;
    inherent = new Attribute[kind.attributes().size()];
    discardable = new ArrayList<>(0);
    for (NamedAttribute entry : state.attributes()) {
      setAttribute(entry.name(), entry.value());
    }
    for (int i = 0; i < inherent.length; i++) {
      if (inherent[i] == null) {
        inherent[i] = kind.attributes().get(i).defaultValue();
      }
    }
    regions = state.regions().toArray(Region[]::new);
    for (Region region : regions) {
      region.setParentOp(this);
    }
    successors = state.successors().toArray(Block[]::new);
  }

  // --- What it is -----------------------------------------------------------------------------

  /** Its kind. */
  public final OpSchema schema() {
    return schema;
  }

  /** Its full name, dialect first. */
  public final String name() {
    return schema.name();
  }

  /** Where it comes from. */
  public final Location location() {
    return location;
  }

  /** Says that it comes from somewhere else. */
  public final void setLocation(Location other) {
    location = other;
  }

  /** An error about this operation, in the usual form {@code 'name' op message}. */
  public final Diagnostic error(String format, Object... arguments) {
    return Diagnostic.error(
        location, "%s", "'" + name() + "' op " + String.format(Locale.ROOT, format, arguments));
  }

  /** A remark about this operation. */
  public final Diagnostic remark(String format, Object... arguments) {
    return Diagnostic.remark(location, "%s", String.format(Locale.ROOT, format, arguments));
  }

  // --- Operands ---------------------------------------------------------------------------------

  /** How many operands it has. */
  public final int operandCount() {
    return operands.length;
  }

  /** One operand. */
  public final Value operand(int index) {
    return operands[index].value();
  }

  /** The use that one operand is. */
  public final Use operandUse(int index) {
    return operands[index];
  }

  /** The operands, a copy. */
  public final List<Value> operands() {
    return values(0, operands.length);
  }

  /** Sets one operand. */
  public final void setOperand(int index, Value value) {
    operands[index].set(value);
  }

  /** Where the operands of a group of the schema begin. */
  public final int operandGroupStart(int group) {
    return start(group, operandSegments, schema.variadicOperand(), operandSlack());
  }

  /** How many operands a group of the schema has. */
  public final int operandGroupSize(int group) {
    return size(group, operandSegments, schema.variadicOperand(), operandSlack());
  }

  /** The operands of a group of the schema, a copy. */
  public final List<Value> operandGroup(int group) {
    int start = operandGroupStart(group);
    return values(start, start + operandGroupSize(group));
  }

  /** The only operand of a group, or null where an optional one is absent. */
  public final @Nullable Value optionalOperand(int group) {
    return operandGroupSize(group) == 0 ? null : operand(operandGroupStart(group));
  }

  /** The only operand of a group that has exactly one. */
  public final Value requiredOperand(int group) {
    return operand(operandGroupStart(group));
  }

  /** The sizes of the operand groups where the schema has several variadic ones, else null. */
  public final int @Nullable [] operandSegments() {
    return operandSegments == null ? null : operandSegments.clone();
  }

  /** Replaces the operands of a group of the schema. */
  public final void setOperandGroup(int group, List<Value> values) {
    int start = operandGroupStart(group);
    int end = start + operandGroupSize(group);
    List<Value> all = operands();
    all.subList(start, end).clear();
    all.addAll(start, values);
    if (operandSegments != null) {
      operandSegments[group] = values.size();
    }
    setAllOperands(all);
  }

  private void setAllOperands(List<Value> values) {
    for (Use use : operands) {
      use.unlink();
    }
    operands = new Use[values.size()];
    for (int i = 0; i < operands.length; i++) {
      operands[i] = new Use(this, i, values.get(i));
    }
  }

  private int operandSlack() {
    return operands.length - schema.operands().size();
  }

  private List<Value> values(int from, int to) {
    List<Value> all = new ArrayList<>(to - from);
    for (int i = from; i < to; i++) {
      all.add(operands[i].value());
    }
    return all;
  }

  private static int start(int group, int @Nullable [] segments, int variadic, int slack) {
    if (segments == null) {
      return variadic >= 0 && group > variadic ? group + slack : group;
    }
    int start = 0;
    for (int i = 0; i < group; i++) {
      start += segments[i];
    }
    return start;
  }

  private static int size(int group, int @Nullable [] segments, int variadic, int slack) {
    if (segments != null) {
      return segments[group];
    }
    return group == variadic ? slack + 1 : 1;
  }

  // --- Results ----------------------------------------------------------------------------------

  /** How many results it has. */
  public final int resultCount() {
    return results.length;
  }

  /** One result. */
  public final OpResult result(int index) {
    return results[index];
  }

  /** The results, a view. */
  public final List<OpResult> results() {
    return Collections.unmodifiableList(Arrays.asList(results));
  }

  /** The types of the results. */
  public final List<Type> resultTypes() {
    List<Type> types = new ArrayList<>(results.length);
    for (OpResult result : results) {
      types.add(result.type());
    }
    return types;
  }

  /** The results of a group of the schema. */
  public final List<OpResult> resultGroup(int group) {
    int slack = results.length - schema.results().size();
    int start = start(group, resultSegments, schema.variadicResult(), slack);
    int size = size(group, resultSegments, schema.variadicResult(), slack);
    return results().subList(start, start + size);
  }

  /** The sizes of the result groups where the schema has several variadic ones, else null. */
  public final int @Nullable [] resultSegments() {
    return resultSegments == null ? null : resultSegments.clone();
  }

  /** Is none of its results used? */
  public final boolean isUnused() {
    for (OpResult result : results) {
      if (!result.isUnused()) {
        return false;
      }
    }
    return true;
  }

  // --- Attributes -------------------------------------------------------------------------------

  /** The attribute of a name, inherent or not, or null. */
  public final @Nullable Attribute attribute(String name) {
    int index = schema.attributeIndex(name);
    if (index >= 0) {
      return inherent[index];
    }
    for (NamedAttribute entry : discardable) {
      if (entry.name().equals(name)) {
        return entry.value();
      }
    }
    return null;
  }

  /** Has it an attribute of that name? */
  public final boolean hasAttribute(String name) {
    return attribute(name) != null;
  }

  /** Sets an attribute, inherent if the schema knows the name. */
  public final void setAttribute(String name, Attribute value) {
    int index = schema.attributeIndex(name);
    if (index >= 0) {
      inherent[index] = value;
      return;
    }
    int i = 0;
    while (i < discardable.size() && discardable.get(i).name().compareTo(name) < 0) {
      i++;
    }
    NamedAttribute entry = new NamedAttribute(name, value);
    if (i < discardable.size() && discardable.get(i).name().equals(name)) {
      discardable.set(i, entry);
    } else {
      discardable.add(i, entry);
    }
  }

  /**
   * Takes an attribute away and returns it, or null if there was none. An inherent one that has a
   * default goes back to that.
   */
  public final @Nullable Attribute removeAttribute(String name) {
    Attribute old = attribute(name);
    int index = schema.attributeIndex(name);
    if (index >= 0) {
      inherent[index] = schema.attributes().get(index).defaultValue();
    } else {
      discardable.removeIf(entry -> entry.name().equals(name));
    }
    return old;
  }

  /** The inherent attribute at a place of the schema, or null. */
  public final @Nullable Attribute inherentAttribute(int index) {
    return inherent[index];
  }

  /** The inherent attribute at a place of the schema that the verifier has seen to be there. */
  public final Attribute requiredAttribute(int index) {
    Attribute value = inherent[index];
    if (value == null) {
      throw new CompilerBug(
          "'" + name() + "' lacks attribute '" + schema.attributes().get(index).name() + "'");
    }
    return value;
  }

  /** The attributes that the schema doesn't know, sorted by name; a view. */
  public final List<NamedAttribute> discardableAttributes() {
    return Collections.unmodifiableList(discardable);
  }

  /** The inherent attributes that are present, in the order of the schema. */
  public final List<NamedAttribute> inherentAttributes() {
    List<NamedAttribute> present = new ArrayList<>(inherent.length);
    for (int i = 0; i < inherent.length; i++) {
      Attribute value = inherent[i];
      if (value != null) {
        present.add(new NamedAttribute(schema.attributes().get(i).name(), value));
      }
    }
    return present;
  }

  // --- Regions and successors -------------------------------------------------------------------

  /** How many regions it has. */
  public final int regionCount() {
    return regions.length;
  }

  /** One region. */
  public final Region region(int index) {
    return regions[index];
  }

  /** The regions, a view. */
  public final List<Region> regions() {
    return Collections.unmodifiableList(Arrays.asList(regions));
  }

  /** The blocks it may go to, a view. */
  public final List<Block> successors() {
    return Collections.unmodifiableList(Arrays.asList(successors));
  }

  /** Makes it go to another block. */
  public final void setSuccessor(int index, Block target) {
    successors[index] = target;
  }

  // --- Where it stands --------------------------------------------------------------------------

  /** The block that it is in, or null where it is detached. */
  public final @Nullable Block block() {
    return block;
  }

  /** The operation before it in its block, or null. */
  public final @Nullable Operation previous() {
    return previous;
  }

  /** The operation behind it in its block, or null. */
  public final @Nullable Operation next() {
    return next;
  }

  /** The operation that holds it, or null. */
  public final @Nullable Operation parentOp() {
    return block == null ? null : block.parentOp();
  }

  /** The nearest operation of a class around it, or null. */
  public final <T> @Nullable T enclosing(Class<T> kind) {
    Operation op = parentOp();
    while (op != null && !kind.isInstance(op)) {
      op = op.parentOp();
    }
    return op == null ? null : kind.cast(op);
  }

  /** Is it {@code other}, or does it lie inside of it? */
  public final boolean isInside(Operation other) {
    Operation op = this;
    while (op != null) {
      if (op == other) {
        return true;
      }
      op = op.parentOp();
    }
    return false;
  }

  /** Does it stand before another operation of the same block? */
  public final boolean isBeforeInBlock(Operation other) {
    if (block == null || block != other.block) {
      throw new CompilerBug("operations of different blocks have no order");
    }
    return block.isBefore(this, other);
  }

  /** The number that the last {@link Numbering} gave it, or -1. */
  public final int id() {
    return id;
  }

  final void setId(int number) {
    id = number;
  }

  final int order() {
    return order;
  }

  final void setOrder(int number) {
    order = number;
  }

  final void setNext(@Nullable Operation op) {
    next = op;
  }

  final void setPrevious(@Nullable Operation op) {
    previous = op;
  }

  final void attach(@Nullable Block parent, @Nullable Operation before, @Nullable Operation after) {
    block = parent;
    previous = before;
    next = after;
  }

  // --- Changes of place -------------------------------------------------------------------------

  /** Takes it out of its block; it keeps its operands. */
  public final void remove() {
    if (block != null) {
      block.unlink(this);
    }
  }

  /** Moves it in front of another operation. */
  public final void moveBefore(Operation other) {
    Block target = other.block;
    if (target == null) {
      throw new CompilerBug("an operation is moved next to a detached one");
    }
    remove();
    target.insertBefore(this, other);
  }

  /** Moves it to the end of a block. */
  public final void moveToEnd(Block target) {
    remove();
    target.append(this);
  }

  /** Takes it out for good, with all that is in it; its results must be unused. */
  public final void erase() {
    if (!isUnused()) {
      throw new CompilerBug("'" + name() + "' is erased while a result is used");
    }
    remove();
    dropAllReferences();
  }

  /** Gives up all operands and successors of it and of what is in it. */
  public final void dropAllReferences() {
    for (Use use : operands) {
      use.unlink();
    }
    operands = new Use[0];
    successors = new Block[0];
    for (Region region : regions) {
      for (Block nested : region.blocks()) {
        for (Operation op : nested) {
          op.dropAllReferences();
        }
      }
    }
  }

  // --- Whole trees ------------------------------------------------------------------------------

  /** Visits it and all that is in it, an operation before what is in it. */
  public final void walk(Consumer<Operation> visitor) {
    visitor.accept(this);
    walkNested(op -> op.walk(visitor));
  }

  /** Visits all that is in it and then it; the visitor may erase what it is given. */
  public final void walkPostOrder(Consumer<Operation> visitor) {
    walkNested(op -> op.walkPostOrder(visitor));
    visitor.accept(this);
  }

  private void walkNested(Consumer<Operation> step) {
    for (Region region : regions) {
      for (Block nested : List.copyOf(region.blocks())) {
        for (Operation op : nested) {
          step.accept(op);
        }
      }
    }
  }

  /** A detached copy of it and of all that is in it; operands go through {@code mapping}. */
  public final Operation copy(ValueMapping mapping) {
    OperationState state = new OperationState(schema, location);
    for (Use use : operands) {
      state.operand(mapping.get(use.value()));
    }
    state.setOperandSegments(operandSegments());
    state.results(resultTypes());
    state.setResultSegments(resultSegments());
    for (Block successor : successors) {
      state.successor(mapping.get(successor));
    }
    for (Region region : regions) {
      state.region(mapping.copy(region));
    }
    Operation copy = schema.create(state);
    System.arraycopy(inherent, 0, copy.inherent, 0, inherent.length);
    copy.discardable = new ArrayList<>(discardable);
    for (int i = 0; i < results.length; i++) {
      mapping.put(results[i], copy.results[i]);
    }
    return copy;
  }
}
