// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.ir.OpSchema;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.OperationState;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.builtin.StringAttr;
import dev.azulejo.ir.builtin.constraint.StringAttribute;
import dev.azulejo.ir.diag.Location;
import dev.azulejo.ir.format.FormatElement;
import dev.azulejo.ir.format.FormatElement.AttributeDictionary;
import dev.azulejo.ir.format.FormatElement.AttributeRef;
import dev.azulejo.ir.format.FormatElement.Literal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The spaces of custom forms that are data. */
class FormatPrinterTest {
  private static final class SpacedOp extends Operation implements Pure {}

  @Test
  void anEmptyLiteralJoinsAWordAndWhatFollows() {
    assertThat(print(new Literal("key"), new Literal(""), new AttributeRef(0)))
        .isEqualTo("t.spaced key\"x\"\n");
  }

  @Test
  void withoutItAWordIsFollowedByASpace() {
    assertThat(print(new Literal("key"), new AttributeRef(0))).isEqualTo("t.spaced key \"x\"\n");
  }

  private static String print(dev.azulejo.ir.format.FormatElement... elements) {
    List<FormatElement> format = new ArrayList<>(List.of(elements));
    format.add(new AttributeDictionary(false));
    OpSchema schema =
        OpSchema.define("t.spaced")
            .attribute("text", new StringAttribute(), true, null)
            .format(format.toArray(FormatElement[]::new))
            .build(SpacedOp::new);
    OperationState state = new OperationState(schema, Location.unknown());
    state.attribute("text", StringAttr.of("x"));
    return Printer.print(state.create());
  }
}
