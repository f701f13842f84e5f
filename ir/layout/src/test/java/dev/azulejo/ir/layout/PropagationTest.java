// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.layout;

import static dev.azulejo.ir.layout.expr.IndexExpr.symbol;
import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.ir.layout.Propagation.Sibling;
import dev.azulejo.ir.layout.Propagation.Update;
import dev.azulejo.ir.layout.expr.IndexExpr;
import dev.azulejo.ir.layout.shared.SwizzleMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The three paths on which a layout goes from one buffer to others of the same storage. */
class PropagationTest {
  private static final Layout TILE = SwizzleMode.B128.layout(64, 64, 16).orThrow();
  private static final StoredShape OWN = new StoredShape(Shape.of(64, 64), 16);
  private static final StoredShape STAGES = new StoredShape(Shape.of(3, 64, 64), 16);
  private static final StoredShape VIEW = new StoredShape(Shape.of(4096), 16);
  private static final StoredShape BYTES = new StoredShape(Shape.of(64, 128), 8);
  private static final StoredShape ARENA = new StoredShape(Shape.of(50000), 8);

  private static String reason(Attempt<Placement> attempt) {
    return ((Attempt.Refusal<Placement>) attempt).reason();
  }

  @Test
  void sameShapeKeepsTheLayout() {
    assertThat(Propagation.propagate(TILE, OWN, OWN).orThrow()).isEqualTo(TILE);
  }

  @Test
  void stagesExpand() {
    assertThat(Propagation.propagate(TILE, OWN, STAGES).orThrow())
        .isEqualTo(TILE.expand(Shape.of(3)));
    var open =
        new StoredShape(
            new Shape(List.of(symbol(0), IndexExpr.constant(64), IndexExpr.constant(64))), 16);
    assertThat(Propagation.propagate(TILE, OWN, open).orThrow().outputShape())
        .hasToString("[s0, 1, 8, 512]");
  }

  @Test
  void viewsOfTheSameSizeReshape() {
    Placement view = Propagation.propagate(TILE, OWN, VIEW).orThrow();
    assertThat(((Layout) view).evaluate(65)).isEqualTo(TILE.evaluate(1, 1));
    assertThat(SwizzleMode.detect((Layout) Propagation.propagate(TILE, OWN, BYTES).orThrow(), 8))
        .isEqualTo(SwizzleMode.B128);
    Layout nibbles = Layout.rowMajor(Shape.of(8, 32));
    assertThat(
            Propagation.propagate(
                    nibbles,
                    new StoredShape(Shape.of(8, 32), 4),
                    new StoredShape(Shape.of(8, 16), 8))
                .orThrow())
        .isEqualTo(Layout.rowMajor(Shape.of(8, 16)));
  }

  @Test
  void otherSizesAreLeftAlone() {
    assertThat(reason(Propagation.propagate(TILE, OWN, ARENA)))
        .contains("neither a view")
        .contains("nor copies");
    // A versioned buffer whose tile was reshaped too: neither copies of the tile nor its size.
    var both = new StoredShape(Shape.of(3, 4096), 16);
    assertThat(Propagation.propagate(TILE, OWN, both).succeeded()).isFalse();
  }

  @Test
  void fragmentsPropagateToo() {
    Fragment fragment = MatrixAtom.C_M16N16.fragment();
    var own = new StoredShape(Shape.of(16, 16), 32);
    assertThat(
            Propagation.propagate(fragment, own, new StoredShape(Shape.of(2, 16, 16), 32))
                .orThrow())
        .isEqualTo(fragment.expand(Shape.of(2)));
  }

  /** The first path: an annotation of the user's tile, in a kernel that was pipelined. */
  @Test
  void annotationsReachAllBuffersOfTheStorage() {
    List<StoredShape> siblings = List.of(STAGES, OWN, ARENA, BYTES);
    List<Attempt<Placement>> answers = Propagation.annotated(TILE, siblings);
    assertThat(answers.get(0).orThrow()).isEqualTo(TILE.expand(Shape.of(3)));
    assertThat(answers.get(1).orThrow()).isEqualTo(TILE);
    assertThat(answers.get(2).succeeded()).isFalse();
    assertThat(answers.get(3).succeeded()).isTrue();
  }

  @Test
  void annotationsOfABufferThatIsGoneOnlyExpand() {
    List<Attempt<Placement>> answers = Propagation.annotated(TILE, List.of(STAGES, BYTES));
    assertThat(answers.get(0).orThrow()).isEqualTo(TILE.expand(Shape.of(3)));
    assertThat(reason(answers.get(1))).contains("no buffer has the shape [64, 64]");
  }

  /** The second path: a layout is found for a buffer that others share the storage of. */
  @Test
  void updatesReachSiblings() {
    Placement expanded = TILE.expand(Shape.of(3));
    Layout linear = Layout.rowMajor(Shape.of(4096));
    List<Update> updates =
        Propagation.updated(
            TILE,
            OWN,
            List.of(
                new Sibling(STAGES, null),
                new Sibling(STAGES, expanded),
                new Sibling(VIEW, linear),
                new Sibling(ARENA, null)));
    assertThat(updates.get(0)).isEqualTo(new Update.Placed(expanded));
    assertThat(updates.get(1)).isEqualTo(new Update.Agreed());
    assertThat(updates.get(2))
        .isInstanceOfSatisfying(
            Update.Mismatch.class, mismatch -> assertThat(mismatch.found()).isEqualTo(linear));
    assertThat(updates.get(3)).isInstanceOf(Update.Unreached.class);
  }

  /** The third path: what is left at the end. */
  @Test
  void completionFillsInWhatIsOpen() {
    List<Attempt<Placement>> answers =
        Propagation.completed(
            List.of(new Sibling(STAGES, null), new Sibling(OWN, TILE), new Sibling(ARENA, null)));
    assertThat(answers.get(0).orThrow()).isEqualTo(TILE.expand(Shape.of(3)));
    assertThat(answers.get(1).orThrow()).isEqualTo(TILE);
    assertThat(answers.get(2).succeeded()).isFalse();
    assertThat(reason(Propagation.completed(List.of(new Sibling(OWN, null))).getFirst()))
        .isEqualTo("no buffer of this storage has a layout");
  }

  @Test
  void theOrderOfSiblingsDoesNotMatter() {
    List<Sibling> siblings =
        List.of(
            new Sibling(STAGES, null),
            new Sibling(OWN, TILE),
            new Sibling(BYTES, null),
            new Sibling(VIEW, (Layout) Propagation.propagate(TILE, OWN, VIEW).orThrow()),
            new Sibling(ARENA, null));
    List<Attempt<Placement>> expected = Propagation.completed(siblings);
    List<StoredShape> shapes = siblings.stream().map(Sibling::buffer).toList();
    List<Attempt<Placement>> annotated = Propagation.annotated(TILE, shapes);
    var order = new ArrayList<>(List.of(0, 1, 2, 3, 4));
    for (int turn = 0; turn < 5; turn++) {
      Collections.rotate(order, 1);
      Collections.swap(order, 0, 2);
      List<Attempt<Placement>> again =
          Propagation.completed(order.stream().map(siblings::get).toList());
      List<Attempt<Placement>> annotatedAgain =
          Propagation.annotated(TILE, order.stream().map(shapes::get).toList());
      for (int i = 0; i < 5; i++) {
        assertThat(again.get(i)).isEqualTo(expected.get(order.get(i)));
        assertThat(annotatedAgain.get(i)).isEqualTo(annotated.get(order.get(i)));
      }
    }
  }

  /**
   * Where buffers of two widths have the layout's shape, a view goes by the one whose size it has.
   */
  @Test
  void eachViewGoesByTheAnchorOfItsSize() {
    var bytes = new StoredShape(OWN.shape(), 8);
    var half = new StoredShape(Shape.of(4096), 8);
    for (List<StoredShape> siblings :
        List.of(List.of(OWN, bytes, VIEW, half), List.of(bytes, OWN, VIEW, half))) {
      List<Attempt<Placement>> answers = Propagation.annotated(TILE, siblings);
      assertThat(answers.get(0).orThrow()).isEqualTo(TILE);
      assertThat(answers.get(1).orThrow()).isEqualTo(TILE);
      Layout flat = TILE.reshaped(Shape.of(4096), 8, 8).orThrow();
      assertThat(answers.get(2).orThrow()).isEqualTo(flat);
      assertThat(answers.get(3).orThrow()).isEqualTo(flat);
    }
  }

  /** Widths belong to the buffer whose shape the layout has, not to whichever comes first. */
  @Test
  void widthsAreThoseOfTheAnchor() {
    List<Attempt<Placement>> answers = Propagation.annotated(TILE, List.of(BYTES, OWN));
    assertThat(answers.get(0).orThrow()).isEqualTo(TILE.reshaped(BYTES.shape(), 16, 8).orThrow());
  }
}
