// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.cleanup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.ir.Block;
import dev.azulejo.ir.Dialects;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Region;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.diag.Location;
import dev.azulejo.ir.pass.Change;
import dev.azulejo.ir.pass.Pass;
import dev.azulejo.ir.pass.PassContext;
import dev.azulejo.ir.rewrite.RegionSimplification;
import dev.azulejo.ir.toy.Toy;
import dev.azulejo.ir.verify.Verifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The passes keep what a program does, and are done when they say so. */
final class CleanupProperties {
  private static final Pass CSE = new CsePass();

  @Property(tries = 300)
  void cseKeepsTheProgram(@ForAll long seed) {
    check(seed, List.of(CSE));
  }

  @Property(tries = 300)
  void canonicalizeKeepsTheProgram(
      @ForAll long seed, @ForAll boolean topDown, @ForAll RegionSimplification simplify) {
    check(seed, List.of(canonicalize(topDown, simplify)));
  }

  @Property(tries = 300)
  void bothKeepTheProgram(@ForAll long seed) {
    Pass canonicalize = canonicalize(true, RegionSimplification.AGGRESSIVE);
    check(seed, List.of(CSE, canonicalize, CSE, canonicalize));
  }

  private static Pass canonicalize(boolean topDown, RegionSimplification simplify) {
    return new CanonicalizePass(new CanonicalizePass.Options(-1, -1, topDown, simplify));
  }

  private static void check(long seed, List<Pass> passes) {
    Operation module = Toy.module();
    Operation func = new Generator(new Random(seed)).func(module);
    assertThat(Verifier.verify(module, Diagnostics.silent())).isTrue();
    List<List<String>> before = runs(func);
    PassContext context = new PassContext(new Dialects(List.of(new Toy())), Diagnostics.silent());
    for (Pass pass : passes) {
      pass.run(func, context);
      context.invalidateAnalyses();
      assertThat(Verifier.verify(module, Diagnostics.silent())).isTrue();
      if (pass != CSE) {
        // What cse erases may leave something dead behind for its next run.
        assertThat(pass.run(func, context)).isEqualTo(Change.NONE);
      }
    }
    assertThat(runs(func)).isEqualTo(before);
  }

  private static List<List<String>> runs(Operation func) {
    List<List<String>> all = new ArrayList<>();
    for (long seed : new long[] {0, -1, 0x123456789abcdefL, 0x7edcba9876543210L}) {
      all.add(ToyMachine.run(func, seed));
    }
    return all;
  }

  /** Makes functions with forward jumps, loops that end by chance, memory and nested regions. */
  private static final class Generator {
    private final Random random;

    Generator(Random random) {
      this.random = random;
    }

    Operation func(Operation module) {
      Operation func = Toy.func(module, "f", Toy.INT, Toy.BUFFER);
      Region body = func.region(0);
      List<Block> blocks = new ArrayList<>(List.of(body.entry()));
      int count = random.nextInt(6);
      for (int i = 0; i < count; i++) {
        Block block = body.appendBlock();
        for (int j = random.nextInt(3); j > 0; j--) {
          block.addArgument(Toy.INT, Location.unknown());
        }
        blocks.add(block);
      }
      Block entry = body.entry();
      List<Value> buffers = new ArrayList<>(List.of(entry.argument(1)));
      List<Value> shared = new ArrayList<>(List.of(entry.argument(0)));
      operations(entry, shared, buffers, 2);
      end(blocks, 0, shared);
      for (int i = 1; i < blocks.size(); i++) {
        // The entry dominates every block; what it defines may be used everywhere.
        List<Value> known = new ArrayList<>(shared);
        known.addAll(blocks.get(i).arguments());
        operations(blocks.get(i), known, new ArrayList<>(buffers), 2);
        end(blocks, i, known);
      }
      return func;
    }

    private void operations(Block block, List<Value> known, List<Value> buffers, int depth) {
      for (int i = random.nextInt(9); i > 0; i--) {
        List<Type> number = List.of(Toy.INT);
        switch (random.nextInt(depth > 0 ? 10 : 9)) {
          case 0 -> known.add(Toy.constant(block, random.nextInt(3)));
          case 1, 2, 3 -> known.add(Toy.add(block, pick(known), pick(known)));
          case 4 -> known.add(Toy.op(block, Toy.COPY, number, pick(known)).result(0));
          case 5, 6 -> known.add(Toy.op(block, Toy.LOAD, number, pick(buffers)).result(0));
          case 7 -> Toy.op(block, Toy.STORE, List.of(), pick(known), pick(buffers));
          case 8 -> buffers.add(Toy.op(block, Toy.ALLOC, List.of(Toy.BUFFER)).result(0));
          default -> {
            Operation loop = Toy.withBody(block, Toy.LOOP, number);
            Block body = loop.region(0).entry();
            List<Value> inside = new ArrayList<>(known);
            operations(body, inside, new ArrayList<>(buffers), depth - 1);
            Toy.op(body, Toy.YIELD, List.of(), pick(inside));
            known.add(loop.result(0));
          }
        }
      }
      if (random.nextInt(3) == 0) {
        known.add(Toy.op(block, Toy.CALL, List.of(Toy.INT), pick(known)).result(0));
      }
    }

    private void end(List<Block> blocks, int from, List<Value> known) {
      int later = blocks.size() - from - 1;
      if (random.nextInt(3) == 0 && later > 0) {
        Block target = blocks.get(from + 1 + random.nextInt(later));
        Toy.br(blocks.get(from), target, values(target, known).toArray(Value[]::new));
      } else if (blocks.size() > 1 && random.nextInt(4) > 0) {
        // Going back is a matter of chance, so that every loop ends.
        Value chance = Toy.op(blocks.get(from), Toy.CALL, List.of(Toy.INT)).result(0);
        Block one = blocks.get(1 + random.nextInt(blocks.size() - 1));
        Block other = blocks.get(1 + random.nextInt(blocks.size() - 1));
        Toy.condBr(blocks.get(from), chance, one, values(one, known), other, values(other, known));
      } else {
        Toy.ret(blocks.get(from), pick(known), pick(known));
      }
    }

    private List<Value> values(Block target, List<Value> known) {
      List<Value> values = new ArrayList<>();
      for (int i = 0; i < target.arguments().size(); i++) {
        values.add(pick(known));
      }
      return values;
    }

    private Value pick(List<Value> from) {
      return from.get(random.nextInt(from.size()));
    }
  }
}
