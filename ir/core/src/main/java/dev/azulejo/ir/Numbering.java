// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir;

/**
 * Numbers the values, blocks and operations under an operation densely, so that an analysis keeps
 * its facts in arrays. A numbering holds until the next one over the same operations.
 */
public final class Numbering {
  private int values;
  private int blocks;
  private int operations;

  private Numbering() {}

  /** Numbers everything under {@code root}, root included, in program order. */
  public static Numbering of(Operation root) {
    Numbering numbering = new Numbering();
    numbering.visit(root);
    return numbering;
  }

  private void visit(Operation op) {
    op.setId(operations++);
    for (OpResult result : op.results()) {
      result.setId(values++);
    }
    for (Region region : op.regions()) {
      for (Block block : region.blocks()) {
        block.setId(blocks++);
        for (BlockArgument argument : block.arguments()) {
          argument.setId(values++);
        }
        for (Operation nested : block) {
          visit(nested);
        }
      }
    }
  }

  /** How many values were numbered. */
  public int valueCount() {
    return values;
  }

  /** How many blocks were numbered. */
  public int blockCount() {
    return blocks;
  }

  /** How many operations were numbered. */
  public int operationCount() {
    return operations;
  }
}
