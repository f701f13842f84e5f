// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.analysis;

import dev.azulejo.ir.Block;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Region;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.trait.Commutative;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether two operations compute the same: of one kind, with the same attributes, operands and
 * types of results, and with regions that differ at most in names and locations.
 */
public final class Equivalence {
  private final Map<Value, Value> values = new IdentityHashMap<>();
  private final Map<Block, Block> blocks = new IdentityHashMap<>();

  private Equivalence() {}

  /** A number that is the same for equivalent operations. */
  public static int hash(Operation op) {
    int hash = op.schema().hashCode();
    int operands = 0;
    boolean commutative = op instanceof Commutative;
    for (int i = 0; i < op.operandCount(); i++) {
      int each = op.operand(i).hashCode();
      operands = commutative ? operands + each * each : 31 * operands + each;
    }
    hash = 31 * hash + operands;
    for (int i = 0; i < op.resultCount(); i++) {
      hash = 31 * hash + op.result(i).type().hashCode();
    }
    hash = 31 * hash + op.inherentAttributes().hashCode();
    hash = 31 * hash + op.discardableAttributes().hashCode();
    for (int i = 0; i < op.regionCount(); i++) {
      hash = 31 * hash + op.region(i).blocks().size();
    }
    return hash;
  }

  /** Are two operations equivalent? An unknown operation is equivalent to nothing. */
  public static boolean areEquivalent(Operation one, Operation other) {
    return new Equivalence().match(one, other);
  }

  private boolean match(Operation one, Operation other) {
    if (one.schema() != other.schema() || !one.schema().isRegistered()) {
      return false;
    }
    boolean sameShape =
        one.operandCount() == other.operandCount()
            && one.regionCount() == other.regionCount()
            && one.resultTypes().equals(other.resultTypes())
            && one.inherentAttributes().equals(other.inherentAttributes())
            && one.discardableAttributes().equals(other.discardableAttributes())
            && Arrays.equals(one.operandSegments(), other.operandSegments())
            && Arrays.equals(one.resultSegments(), other.resultSegments());
    if (!sameShape || !matchOperands(one, other) || !matchSuccessors(one, other)) {
      return false;
    }
    for (int i = 0; i < one.regionCount(); i++) {
      if (!match(one.region(i), other.region(i))) {
        return false;
      }
    }
    for (int i = 0; i < one.resultCount(); i++) {
      values.put(one.result(i), other.result(i));
    }
    return true;
  }

  private Value mapped(Value value) {
    return values.getOrDefault(value, value);
  }

  private boolean matchOperands(Operation one, Operation other) {
    if (one instanceof Commutative) {
      List<Value> left = other.operands();
      for (Value value : one.operands()) {
        if (!left.remove(mapped(value))) {
          return false;
        }
      }
      return true;
    }
    for (int i = 0; i < one.operandCount(); i++) {
      if (mapped(one.operand(i)) != other.operand(i)) {
        return false;
      }
    }
    return true;
  }

  private boolean matchSuccessors(Operation one, Operation other) {
    List<Block> ours = one.successors();
    List<Block> theirs = other.successors();
    if (ours.size() != theirs.size()) {
      return false;
    }
    for (int i = 0; i < ours.size(); i++) {
      if (blocks.getOrDefault(ours.get(i), ours.get(i)) != theirs.get(i)) {
        return false;
      }
    }
    return true;
  }

  private boolean match(Region one, Region other) {
    if (one.blocks().size() != other.blocks().size()) {
      return false;
    }
    for (int i = 0; i < one.blocks().size(); i++) {
      if (!matchArguments(one.blocks().get(i), other.blocks().get(i))) {
        return false;
      }
    }
    for (int i = 0; i < one.blocks().size(); i++) {
      Operation theirs = other.blocks().get(i).first();
      for (Operation ours : one.blocks().get(i)) {
        if (theirs == null || !match(ours, theirs)) {
          return false;
        }
        theirs = theirs.next();
      }
      if (theirs != null) {
        return false;
      }
    }
    return true;
  }

  private boolean matchArguments(Block one, Block other) {
    if (one.arguments().size() != other.arguments().size()) {
      return false;
    }
    blocks.put(one, other);
    for (int i = 0; i < one.arguments().size(); i++) {
      if (!one.argument(i).type().equals(other.argument(i).type())) {
        return false;
      }
      values.put(one.argument(i), other.argument(i));
    }
    return true;
  }
}
