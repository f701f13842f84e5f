// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Loops in text of PTX: what stands between a label and a jump back to it. */
final class PtxLoops {
  private final List<String> instructions = new ArrayList<>();
  private final List<int[]> loops = new ArrayList<>();

  private PtxLoops(String ptx) {
    Map<String, Integer> labels = new HashMap<>();
    for (String line : ptx.lines().toList()) {
      String text = line.strip();
      if (text.endsWith(":")) {
        labels.put(text.substring(0, text.length() - 1), instructions.size());
      } else if (text.endsWith(";") && !text.startsWith(".")) {
        String name = text.replaceFirst("^@!?%p\\d+\\s+", "").split("[\\s;]", 2)[0];
        instructions.add(name);
        Integer back = labels.get(text.substring(text.lastIndexOf('\t') + 1, text.length() - 1));
        if (name.startsWith("bra") && back != null) {
          loops.add(new int[] {back, instructions.size()});
        }
      }
    }
  }

  static PtxLoops of(String ptx) {
    return new PtxLoops(ptx);
  }

  /** The instructions of the smallest loop that has one whose name begins so. */
  List<String> around(String instruction) {
    List<String> smallest = null;
    for (int[] loop : loops) {
      List<String> inside = instructions.subList(loop[0], loop[1]);
      boolean hasIt = inside.stream().anyMatch(name -> name.startsWith(instruction));
      if (hasIt && (smallest == null || inside.size() < smallest.size())) {
        smallest = inside;
      }
    }
    if (smallest == null) {
      throw new AssertionError("there is no loop with " + instruction);
    }
    return smallest;
  }
}
