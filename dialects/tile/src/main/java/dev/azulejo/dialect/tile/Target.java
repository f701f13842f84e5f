// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.tile;

import dev.azulejo.ir.Operation;
import dev.azulejo.ir.builtin.StringAttr;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The architecture that a program is compiled for.
 *
 * @param name as the program spells it, such as {@code sm_90a} or {@code gfx942}
 * @param vendor who makes it
 * @param generation the number in its name: 80 for {@code sm_80}, 0x942 for {@code gfx942}
 */
public record Target(String name, Vendor vendor, int generation) {
  private static final Pattern NVIDIA = Pattern.compile("sm_(\\d{2,3})[af]?");
  private static final Pattern AMD = Pattern.compile("gfx([0-9a-f]{3,4})");
  private static final int GFX950 = 0x950;
  private static final long KIBIBYTE = 1024;

  /** The makers of GPUs whose names are understood. */
  public enum Vendor {
    /** NVIDIA: {@code sm_80}. */
    NVIDIA,
    /** AMD: {@code gfx942}. */
    AMD
  }

  /** The target of a name, or null for a name that is not understood. */
  public static @Nullable Target parse(String name) {
    Matcher nvidia = NVIDIA.matcher(name);
    if (nvidia.matches()) {
      return new Target(name, Vendor.NVIDIA, Integer.parseInt(nvidia.group(1)));
    }
    Matcher amd = AMD.matcher(name);
    return amd.matches() ? new Target(name, Vendor.AMD, Integer.parseInt(amd.group(1), 16)) : null;
  }

  /** The target written on an operation or on one around it, or null where there is none. */
  public static @Nullable Target of(Operation op) {
    Operation scope = op;
    while (scope != null) {
      if (scope.attribute(TileDialect.TARGET) instanceof StringAttr name) {
        return parse(name.value());
      }
      scope = scope.parentOp();
    }
    return null;
  }

  /** Can threads copy from global to shared memory without waiting? */
  public boolean hasAsyncCopy() {
    return vendor == Vendor.NVIDIA ? generation >= 80 : generation == GFX950;
  }

  /** Are there barriers with phases that the bytes of bulk copies count on? */
  public boolean hasSharedBarriers() {
    return vendor == Vendor.NVIDIA && generation >= 90;
  }

  /** Is it worth while to overlap the iterations of a loop? */
  public boolean canPipeline() {
    return vendor == Vendor.NVIDIA || hasAsyncCopy();
  }

  /** How many bytes of shared memory a block may have at most, if its launch asks for them. */
  public long sharedBytes() {
    return KIBIBYTE
        * switch (vendor) {
          case NVIDIA ->
              switch (generation) {
                case 80, 87 -> 163;
                case 90, 100, 101, 103 -> 227;
                case 70, 72 -> 96;
                case 75 -> 64;
                // Those that are not known have as much as the smallest of their time.
                default -> generation < 70 ? 48 : 99;
              };
          case AMD -> generation == GFX950 ? 160 : 64;
        };
  }
}
