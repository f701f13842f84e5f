// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.specialize;

import dev.azulejo.dialect.pipeline.RolesOp;
import dev.azulejo.dialect.tile.AllocOp;
import dev.azulejo.dialect.tile.GemmOp;
import dev.azulejo.dialect.tile.LaunchOp;
import dev.azulejo.dialect.tile.Space;
import dev.azulejo.dialect.tile.Target;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.BufferRegion;
import dev.azulejo.ir.builtin.FloatType;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.layout.Attempt;
import dev.azulejo.ir.layout.Layout;
import dev.azulejo.ir.layout.matrix.MatrixDescriptor;
import dev.azulejo.pass.layout.MmaTypes;
import dev.azulejo.pass.layout.WgmmaProduct;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which instructions can make a product.
 *
 * @param byWarpgroups why instructions of warpgroups can't; null where they can
 * @param byWarps why instructions of warps can't; null where they can
 */
record ProductChoice(@Nullable String byWarpgroups, @Nullable String byWarps) {

  /** The choices for the products of a launch, in their order. */
  static Map<GemmOp, ProductChoice> of(LaunchOp launch, List<GemmOp> products) {
    Map<GemmOp, ProductChoice> choices = new LinkedHashMap<>();
    for (GemmOp gemm : products) {
      choices.put(gemm, of(gemm, threads(gemm, launch)));
    }
    Map<Value, String> refused = new LinkedHashMap<>();
    choices.forEach((gemm, choice) -> {
      if (gemm.isMadeBy(GemmOp.MMA) || choice.byWarpgroups != null) {
        refused.putIfAbsent(
            accumulator(gemm), "another product into the same sum is not made by wgmma");
      }
    });
    choices.replaceAll((gemm, choice) -> choice.with(refused.get(accumulator(gemm))));
    return choices;
  }

  private ProductChoice with(@Nullable String other) {
    return byWarpgroups == null && other != null ? new ProductChoice(other, byWarps) : this;
  }

  private static Value accumulator(GemmOp gemm) {
    return BufferRegion.rootOf(gemm.c());
  }

  /** How many threads make it: those of its role, or of the block. */
  static long threads(Operation gemm, LaunchOp launch) {
    RolesOp roles = gemm.enclosing(RolesOp.class);
    return roles == null
        ? launch.threads().longValue()
        : roles.roleOf(gemm).map(RolesOp.Role::threads).orElse(launch.threads().longValue());
  }

  private static ProductChoice of(GemmOp gemm, long threads) {
    Target target = Target.of(gemm);
    String byWarpgroups = reason(WgmmaProduct.of(gemm, target, threads));
    if (byWarpgroups == null) {
      byWarpgroups = problemOfLayout(gemm.a(), "A", !gemm.transposeA());
    }
    if (byWarpgroups == null) {
      byWarpgroups = problemOfLayout(gemm.b(), "B", gemm.transposeB());
    }
    return new ProductChoice(byWarpgroups, reason(MmaTypes.of(gemm, target)));
  }

  private static @Nullable String reason(Attempt<?> attempt) {
    return attempt instanceof Attempt.Refusal<?>(String reason) ? reason : null;
  }

  /** Why an operand can't be read where the program has laid it down, or null where it can. */
  private static @Nullable String problemOfLayout(Value operand, String name, boolean columnsAreK) {
    if (Space.of(operand) != Space.SHARED
        || !(BufferRegion.rootOf(operand).definingOp() instanceof AllocOp alloc)
        || alloc.layout().isEmpty()
        || !(alloc.layout().get().placement() instanceof Layout layout)
        || !(alloc.buffer().type() instanceof MemRefType type)) {
      return null;
    }
    int bits =
        switch (type.elementType()) {
          case FloatType real -> real.width();
          case IntegerType integer -> integer.width();
          default -> 0;
        };
    String reason = bits == 0 ? null : reason(MatrixDescriptor.of(layout, bits, columnsAreK));
    return reason == null ? null : "operand " + name + " is laid down: " + reason;
  }

  /** Why the instructions that a product says can't make it, or null where they can. */
  @Nullable String problemOf(GemmOp gemm) {
    return gemm.isMadeBy(GemmOp.WGMMA) ? byWarpgroups : byWarps;
  }

  /** The best that can, as {@code tile.gemm} spells it; null where none can. */
  @Nullable String instruction() {
    if (byWarpgroups == null) {
      return GemmOp.WGMMA;
    }
    return byWarps == null ? GemmOp.MMA : null;
  }

  /** The same in words. */
  String words() {
    String instruction = instruction();
    return instruction == null ? "element by element" : instruction;
  }

  /** Why nothing better can; empty where nothing is better. */
  String reason() {
    if (byWarpgroups == null) {
      return "";
    }
    return byWarps == null ? byWarpgroups : byWarpgroups + "; and " + byWarps;
  }
}
