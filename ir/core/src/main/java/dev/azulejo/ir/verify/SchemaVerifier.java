// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.verify;

import dev.azulejo.ir.Arity;
import dev.azulejo.ir.OpSchema;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.spec.Region.Shape;
import java.util.List;

/** Checks what a schema says of counts, parents and regions; types are {@link TypeVerifier}'s. */
final class SchemaVerifier {
  private SchemaVerifier() {}

  /** Checks how many there are of everything, and what the operation stands in. */
  static boolean verifyCounts(Operation op, Report report) {
    return verifyRegionCount(op, report)
        && verifyResultCount(op, report)
        && verifySuccessorCount(op, report)
        && verifyOperandCount(op, report)
        && verifySegments(op, report)
        && verifyParent(op, op.schema().parents(), report);
  }

  /** Checks attributes, types and regions, once the counts are right. */
  static boolean verifyContents(Operation op, Report report) {
    return AttributeVerifier.verifyInherent(op, report)
        && TypeVerifier.verifyGroups(op, report)
        && verifyRegionShapes(op, report)
        && TypeVerifier.verifyRelations(op, report);
  }

  private static boolean verifyRegionCount(Operation op, Report report) {
    List<OpSchema.RegionSlot> slots = op.schema().regions();
    int found = op.regionCount();
    boolean variadic = !slots.isEmpty() && slots.getLast().variadic();
    int least = variadic ? slots.size() - 1 : slots.size();
    if (found == least || (variadic && found > least)) {
      return true;
    }
    if (variadic) {
      return report.fail(op, "expected %d or more regions", least);
    }
    return switch (least) {
      case 0 -> report.fail(op, "requires zero regions");
      case 1 -> report.fail(op, "requires one region");
      default -> report.fail(op, "expected %d regions", least);
    };
  }

  private static int least(List<OpSchema.Group> groups) {
    int least = 0;
    for (OpSchema.Group group : groups) {
      least += group.arity() == Arity.ONE ? 1 : 0;
    }
    return least;
  }

  private static boolean verifyResultCount(Operation op, Report report) {
    List<OpSchema.Group> groups = op.schema().results();
    int least = least(groups);
    int found = op.resultCount();
    if (least < groups.size()) {
      return found >= least || report.fail(op, "expected %d or more results", least);
    }
    if (found == least) {
      return true;
    }
    return switch (least) {
      case 0 -> report.fail(op, "requires zero results");
      case 1 -> report.fail(op, "requires one result");
      default -> report.fail(op, "expected %d results", least);
    };
  }

  private static boolean verifyOperandCount(Operation op, Report report) {
    List<OpSchema.Group> groups = op.schema().operands();
    int least = least(groups);
    int found = op.operandCount();
    if (least < groups.size()) {
      return found >= least
          || report.fail(op, "expected %d or more operands, but found %d", least, found);
    }
    if (found == least) {
      return true;
    }
    return switch (least) {
      case 0 -> report.fail(op, "requires zero operands");
      case 1 -> report.fail(op, "requires a single operand");
      default -> report.fail(op, "expected %d operands, but found %d", least, found);
    };
  }

  private static boolean verifySuccessorCount(Operation op, Report report) {
    List<OpSchema.SuccessorSlot> slots = op.schema().successors();
    int found = op.successors().size();
    boolean variadic = !slots.isEmpty() && slots.getLast().variadic();
    int least = variadic ? slots.size() - 1 : slots.size();
    if (found == least || (variadic && found > least)) {
      return true;
    }
    if (variadic) {
      return report.fail(op, "requires at least %d successors but found %d", least, found);
    }
    return report.fail(
        op, "requires %d successor%s but found %d", least, least == 1 ? "" : "s", found);
  }

  private static boolean verifySegments(Operation op, Report report) {
    OpSchema schema = op.schema();
    int[] operands = op.operandSegments();
    int[] results = op.resultSegments();
    return (operands == null
            || verifySegments(
                op, "operand", operands, schema.operands(), op.operandCount(), report))
        && (results == null
            || verifySegments(op, "result", results, schema.results(), op.resultCount(), report));
  }

  private static boolean verifySegments(
      Operation op,
      String what,
      int[] sizes,
      List<OpSchema.Group> groups,
      int count,
      Report report) {
    String attribute = what + "SegmentSizes";
    if (sizes.length != groups.size()) {
      return report.fail(
          op,
          "'%s' attribute for specifying %s segments must have %d elements, but got %d",
          attribute,
          what,
          groups.size(),
          sizes.length);
    }
    long total = 0;
    for (int size : sizes) {
      if (size < 0) {
        return report.fail(op, "'%s' attribute cannot have negative elements", attribute);
      }
      total += size;
    }
    if (total != count) {
      return report.fail(
          op,
          "%s count (%d) does not match with the total size (%d) specified in attribute '%s'",
          what,
          count,
          total,
          attribute);
    }
    return true;
  }

  private static boolean verifyParent(Operation op, List<String> parents, Report report) {
    if (parents.isEmpty()) {
      return true;
    }
    Operation parent = op.parentOp();
    if (parent != null && parents.contains(parent.name())) {
      return true;
    }
    if (parents.size() == 1) {
      return report.fail(op, "expects parent op '%s'", parents.getFirst());
    }
    return report.fail(op, "expects parent op to be one of '%s'", String.join(", ", parents));
  }

  private static boolean verifyRegionShapes(Operation op, Report report) {
    List<OpSchema.RegionSlot> slots = op.schema().regions();
    for (int i = 0; i < op.regionCount(); i++) {
      OpSchema.RegionSlot slot = slots.get(Math.min(i, slots.size() - 1));
      int blocks = op.region(i).blocks().size();
      String wanted = wantedShape(slot.shape(), blocks);
      if (!wanted.isEmpty()) {
        return report.fail(
            op,
            "region #%d%s failed to verify constraint: %s",
            i,
            slot.name().isEmpty() ? "" : " ('" + slot.name() + "')",
            wanted);
      }
    }
    return true;
  }

  private static String wantedShape(Shape shape, int blocks) {
    return switch (shape) {
      case ANY -> "";
      case AT_MOST_ONE_BLOCK -> blocks <= 1 ? "" : "region with at most 1 blocks";
      case SINGLE_BLOCK -> blocks == 1 ? "" : "region with 1 blocks";
    };
  }
}
