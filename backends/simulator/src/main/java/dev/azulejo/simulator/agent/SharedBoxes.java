// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.agent;

import dev.azulejo.ir.Operation;
import dev.azulejo.simulator.memory.Box;
import dev.azulejo.simulator.run.SimulationFailure;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The boxes that blocks of a cluster fetch parts of for each other: all must name the same one. */
public final class SharedBoxes {
  private final Map<Key, Meeting> meetings = new HashMap<>();

  private record Key(Operation copy, Block first, long time) {}

  private record Meeting(Block block, Box box, int missing) {}

  SharedBoxes() {}

  /**
   * Refuses a box where another block has named another one.
   *
   * @param copy the operation, which all of them execute alike
   * @param time how often the block has executed it before
   * @param block who names it
   * @param sharers all that share it, the block included
   */
  public void share(Operation copy, long time, Block block, List<Block> sharers, Box box) {
    Key key = new Key(copy, sharers.getFirst(), time);
    Meeting meeting = meetings.get(key);
    if (meeting == null) {
      meetings.put(key, new Meeting(block, box, sharers.size() - 1));
      return;
    }
    if (!meeting.box().describeOffsets().equals(box.describeOffsets())) {
      throw new SimulationFailure(
          copy.error(
              "multicasts %s as part%s, where the part%s is of %s",
              box.describe(), block.name(), meeting.block().name(), meeting.box().describe()));
    }
    if (meeting.missing() == 1) {
      meetings.remove(key);
    } else {
      meetings.put(key, new Meeting(meeting.block(), meeting.box(), meeting.missing() - 1));
    }
  }
}
