// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.layout;

import java.util.List;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.impl.list.mutable.FastList;
import org.jspecify.annotations.Nullable;

/**
 * How a placement goes from one buffer to its siblings, the others that share its storage. There
 * are three occasions, all of the same rule, {@link #propagate}: what the user has laid down
 * ({@link #annotated}), what has just been found for one of them ({@link #updated}), and what is
 * still open at the end ({@link #completed}). Answers stand in the order of the siblings and do not
 * depend on it; a sibling that no rule reaches is refused with the reason, and others go on.
 */
public final class Propagation {
  private Propagation() {}

  /** A buffer among its siblings, with its placement if it has one. */
  public record Sibling(StoredShape buffer, @Nullable Placement placement) {}

  /** What an update means for a sibling. */
  public sealed interface Update {
    /** It has no placement yet and gets this one. */
    record Placed(Placement placement) implements Update {}

    /** It has that placement already. */
    record Agreed() implements Update {}

    /** It has a placement, but should have another one. */
    record Mismatch(Placement expected, Placement found) implements Update {}

    /** It can't have the placement in its shape, and stays as it is. */
    record Unreached(String reason) implements Update {}
  }

  /**
   * The placement of a sibling. A buffer with dimensions in front has copies ({@link
   * Placement#expand}), one with the same number of bits is a view ({@link Placement#reshape}), and
   * anything else is refused, because neither would be right.
   *
   * @param placement a placement for the shape of {@code from}
   * @param from the buffer that has the placement, whose width counts
   * @param to the sibling
   */
  public static Attempt<Placement> propagate(
      Placement placement, StoredShape from, StoredShape to) {
    if (hasVersions(placement, to)) {
      return expanded(placement, to);
    }
    if (!from.shape().equals(placement.inputShape())) {
      return Attempt.refused(from.shape() + " is not the shape " + placement.inputShape());
    }
    if (!from.size().equals(to.size())) {
      return Attempt.refused(
          to.shape()
              + " of "
              + to.bits()
              + " bits is neither a view of "
              + from.shape()
              + " of "
              + from.bits()
              + " bits nor copies of it");
    }
    return placement.reshape(to.shape(), from.bits(), to.bits());
  }

  private static boolean hasVersions(Placement placement, StoredShape to) {
    Shape shape = placement.inputShape();
    int lead = to.shape().rank() - shape.rank();
    return lead > 0 && to.shape().slice(lead, to.shape().rank()).equals(shape);
  }

  private static Attempt<Placement> expanded(Placement placement, StoredShape to) {
    int lead = to.shape().rank() - placement.inputShape().rank();
    if (to.shape().rank() > Layout.LARGEST_RANK) {
      return Attempt.refused(to.shape() + " has too many dimensions for a layout");
    }
    return Attempt.success(placement.expand(to.shape().slice(0, lead)));
  }

  /**
   * Places all buffers of one storage by what the user has laid down for it. The width is that of
   * the buffer whose shape the placement has; without such a buffer only copies can be placed.
   */
  public static List<Attempt<Placement>> annotated(
      Placement placement, List<StoredShape> siblings) {
    MutableList<Sibling> known = FastList.newList();
    MutableList<Attempt<Placement>> copies = FastList.newList();
    boolean isAnchored = false;
    for (StoredShape sibling : siblings) {
      boolean isOwn = sibling.shape().equals(placement.inputShape());
      isAnchored |= isOwn;
      known.add(new Sibling(sibling, isOwn ? placement : null));
      copies.add(
          hasVersions(placement, sibling)
              ? expanded(placement, sibling)
              : Attempt.refused(
                  "no buffer has the shape " + placement.inputShape() + " of the layout"));
    }
    return isAnchored ? completed(known) : copies;
  }

  /** Tells the siblings of a buffer that it has got a placement. */
  public static List<Update> updated(
      Placement placement, StoredShape from, List<Sibling> siblings) {
    MutableList<Update> updates = FastList.newList();
    for (Sibling sibling : siblings) {
      updates.add(
          switch (propagate(placement, from, sibling.buffer)) {
            case Attempt.Refusal<Placement>(String reason) -> new Update.Unreached(reason);
            case Attempt.Success<Placement>(Placement expected) -> update(sibling, expected);
          });
    }
    return updates;
  }

  private static Update update(Sibling sibling, Placement expected) {
    Placement found = sibling.placement;
    if (found == null) {
      return new Update.Placed(expected);
    }
    return found.isSameAs(expected) ? new Update.Agreed() : new Update.Mismatch(expected, found);
  }

  /**
   * Places the buffers of one storage that still have no placement by one that has, the simplest
   * that can: of few dimensions first, then of narrow elements.
   */
  public static List<Attempt<Placement>> completed(List<Sibling> siblings) {
    MutableList<Sibling> placed = FastList.newList();
    for (Sibling sibling : siblings) {
      if (sibling.placement != null) {
        placed.add(sibling);
      }
    }
    placed.sortThis(Propagation::compare);
    MutableList<Attempt<Placement>> answers = FastList.newList();
    for (Sibling sibling : siblings) {
      answers.add(
          sibling.placement != null
              ? Attempt.success(sibling.placement)
              : firstThatReaches(placed, sibling.buffer));
    }
    return answers;
  }

  private static Attempt<Placement> firstThatReaches(List<Sibling> placed, StoredShape to) {
    Attempt<Placement> first = Attempt.refused("no buffer of this storage has a layout");
    for (int i = 0; i < placed.size(); i++) {
      Sibling from = placed.get(i);
      if (from.placement == null) {
        continue;
      }
      Attempt<Placement> answer = propagate(from.placement, from.buffer, to);
      if (answer.succeeded()) {
        return answer;
      }
      first = i == 0 ? answer : first;
    }
    return first;
  }

  private static int compare(Sibling a, Sibling b) {
    int byRank = Integer.compare(a.buffer.shape().rank(), b.buffer.shape().rank());
    int byWidth = byRank != 0 ? byRank : Integer.compare(a.buffer.bits(), b.buffer.bits());
    return byWidth != 0
        ? byWidth
        : a.buffer.shape().toString().compareTo(b.buffer.shape().toString());
  }
}
