// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.specialize;

import dev.azulejo.dialect.tile.CopyOp;
import dev.azulejo.dialect.tile.LaunchOp;
import dev.azulejo.dialect.tile.Target;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.access.Offset;
import dev.azulejo.ir.builtin.DenseArrayAttr;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.pass.Change;
import dev.azulejo.ir.pass.Decision;
import dev.azulejo.ir.pass.Pass;
import dev.azulejo.ir.pass.PassContext;
import dev.azulejo.ir.spec.Help;
import dev.azulejo.ir.spec.PassDef;
import dev.azulejo.ir.spec.Rung;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides which blocks of a launch form clusters. A launch that names its clusters keeps them where
 * the target has clusters, and loses them, with a remark, where it has none. With {@code auto},
 * others get clusters of two along the dimension in which neighbours load most that is the same.
 *
 * <p>Requires nothing. Gives {@code cluster} on launches. Leaves alone launches that load nothing
 * together, and dimensions whose size is odd or not known.
 */
@PassDef(
    name = "plan-clusters",
    anchor = "func.func",
    summary = "Decide which blocks form clusters",
    from = Rung.TILE,
    downTo = Rung.PIPELINE)
public final class PlanClustersPass implements Pass {
  /** The generation that has clusters first. */
  private static final int HOPPER = 90;

  /** From this one on they are for desktops, and have none. */
  private static final int DESKTOP = 120;

  /** The order in which dimensions are preferred that are as good: y, x, z. */
  private static final List<Integer> PREFERRED = List.of(1, 0, 2);

  /** What can be chosen. */
  public record Options(
      @Help(value = "form clusters of two blocks where they load the same", defaultValue = "false")
          boolean auto) {}

  private final Options options;

  /** The pass with given options. */
  public PlanClustersPass(Options options) {
    this.options = options;
  }

  @Override
  public Change run(Operation root, PassContext context) {
    boolean changed = false;
    for (LaunchOp launch : LaunchOp.allIn(root)) {
      boolean has = hasClusters(Target.of(launch));
      if (launch.cluster().isPresent() && !has) {
        context.remark(launch, "has no clusters: the target doesn't");
        launch.removeAttribute("cluster");
        changed = true;
      } else if (launch.cluster().isEmpty() && has && options.auto()) {
        changed |= plan(launch, context);
      }
    }
    return Change.of(changed);
  }

  private static boolean hasClusters(@Nullable Target target) {
    return target != null
        && target.vendor() == Target.Vendor.NVIDIA
        && target.generation() >= HOPPER
        && target.generation() < DESKTOP;
  }

  private static boolean plan(LaunchOp launch, PassContext context) {
    List<Offset> sizes = launch.sizes();
    Optional<IntegerAttr> persistent = launch.persistent();
    boolean isOdd = persistent.isPresent() && persistent.get().longValue() % 2 != 0;
    long most = 0;
    int best = -1;
    for (int dimension : PREFERRED) {
      Long size = dimension < sizes.size() ? sizes.get(dimension).constant() : null;
      if (size == null || size % 2 != 0 || isOdd) {
        continue;
      }
      long reuse = reuse(launch, dimension);
      if (reuse > most) {
        most = reuse;
        best = dimension;
      }
    }
    if (best < 0) {
      context.decide(
          Decision.about(launch, "grid", "clusters", "none")
              .because("no two blocks beside each other load the same"));
      return false;
    }
    long[] cluster = new long[sizes.size()];
    Arrays.fill(cluster, 1);
    cluster[best] = 2;
    launch.setAttribute("cluster", DenseArrayAttr.ofI64(cluster));
    context.decide(
        Decision.about(launch, "grid", "clusters", "of two along dimension " + best)
            .because("they load %d bytes together at a time", most));
    return true;
  }

  /** How many bytes of the boxes that a block loads are the same for blocks along a dimension. */
  private static long reuse(LaunchOp launch, int dimension) {
    ClusterDependence dependence = new ClusterDependence(launch);
    long[] bytes = new long[1];
    launch.walk(op -> {
      if (op instanceof CopyOp copy
          && TmaLoads.isLoad(copy)
          && isSame(dependence, dimension, copy)) {
        bytes[0] += TmaLoads.bytes(copy);
      }
    });
    return bytes[0];
  }

  private static boolean isSame(ClusterDependence dependence, int dimension, CopyOp copy) {
    return !dependence.differsAlong(dimension, copy.sourceRegion().offsets())
        && !dependence.isReachedDifferently(dimension, copy);
  }
}
