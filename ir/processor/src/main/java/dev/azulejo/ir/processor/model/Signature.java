// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.processor.model;

import java.util.List;
import java.util.stream.Stream;

/**
 * What an operation is made of, each list in the order of declaration.
 *
 * @param operands the groups of operands
 * @param results the groups of results
 * @param attributes the inherent attributes
 * @param regions the regions
 * @param successors the successors
 */
public record Signature(
    List<GroupModel> operands,
    List<GroupModel> results,
    List<AttributeModel> attributes,
    List<RegionModel> regions,
    List<SuccessorModel> successors) {

  /** The names of all operands and results, as types are named. */
  public List<String> typedNames() {
    return Stream.concat(operands.stream(), results.stream()).map(GroupModel::name).toList();
  }

  /** Does a list of groups leave open where each of them begins? */
  public static boolean hasSegments(List<GroupModel> groups) {
    return groups.stream().filter(group -> group.arity() != Arity.ONE).count() > 1;
  }
}
