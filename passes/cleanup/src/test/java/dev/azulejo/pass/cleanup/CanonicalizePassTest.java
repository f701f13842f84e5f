// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.cleanup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.ir.Block;
import dev.azulejo.ir.Dialects;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.pass.Change;
import dev.azulejo.ir.pass.PassContext;
import dev.azulejo.ir.pass.Statistic;
import dev.azulejo.ir.rewrite.RegionSimplification;
import dev.azulejo.ir.toy.Toy;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CanonicalizePassTest {
  private final Operation module = Toy.module();
  private final Operation func = Toy.func(module, "f", Toy.INT);
  private final Block entry = func.region(0).entry();
  private final Value number = entry.argument(0);
  private final PassContext context =
      new PassContext(new Dialects(List.of(new Toy())), Diagnostics.silent());

  private Change run(int iterations, long rewrites, RegionSimplification simplify) {
    var options = new CanonicalizePass.Options(iterations, rewrites, true, simplify);
    return new CanonicalizePass(options).run(module, context);
  }

  @Test
  void theSecondRunChangesNothing() {
    Value one = Toy.constant(entry, 1);
    Value copy = Toy.op(entry, Toy.COPY, List.of(Toy.INT), Toy.add(entry, one, one)).result(0);
    Toy.add(entry, copy, copy);
    Toy.ret(entry, Toy.add(entry, copy, number));
    assertThat(run(10, -1, RegionSimplification.NORMAL)).isEqualTo(Change.SOME);
    assertThat(Toy.names(entry)).containsExactly("constant", "add", "return");
    assertThat(context.statistics().counts().keySet())
        .extracting(Statistic::name)
        .containsExactly("num-erased", "num-folded", "num-rewritten");
    assertThat(run(10, -1, RegionSimplification.NORMAL)).isEqualTo(Change.NONE);
  }

  @Test
  void limitsArePassedOn() {
    Value copy = Toy.op(entry, Toy.COPY, List.of(Toy.INT), number).result(0);
    Value twice = Toy.op(entry, Toy.COPY, List.of(Toy.INT), copy).result(0);
    Toy.ret(entry, twice);
    run(10, 1, RegionSimplification.NORMAL);
    assertThat(Toy.names(entry)).containsExactly("copy", "return");
    assertThat(run(0, -1, RegionSimplification.NORMAL)).isEqualTo(Change.NONE);
  }

  @Test
  void blocksAreSimplifiedIfAsked() {
    Block next = func.region(0).appendBlock();
    Toy.br(entry, next);
    Toy.ret(next);
    assertThat(run(-1, -1, RegionSimplification.DISABLED)).isEqualTo(Change.NONE);
    assertThat(run(-1, -1, RegionSimplification.NORMAL)).isEqualTo(Change.SOME);
    assertThat(func.region(0).blocks()).hasSize(1);
  }
}
