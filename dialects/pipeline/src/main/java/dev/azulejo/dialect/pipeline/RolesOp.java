// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.pipeline;

import dev.azulejo.ir.Block;
import dev.azulejo.ir.CustomAssembly;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpBuilder;
import dev.azulejo.ir.OpParser;
import dev.azulejo.ir.OpPrinter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.OperationState;
import dev.azulejo.ir.Region;
import dev.azulejo.ir.RegionVerified;
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.access.RecursiveEffects;
import dev.azulejo.ir.builtin.ArrayAttr;
import dev.azulejo.ir.builtin.DenseArrayAttr;
import dev.azulejo.ir.builtin.constraint.I64ArrayAttribute;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.trait.NoTerminator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Divides the warps of a block into roles that go on by themselves, each with what it does. The
 * first role has the lowest threads; inside of a role, threads count from its own first one. {@code
 * registers} says how many registers each thread of a role takes hold of; without it, it keeps what
 * it has.
 *
 * <p>Up to rung 2 a role is one thread of control. Roles wait for each other at barriers only, not
 * at the end. Fragments and local buffers belong to the role that allocates them. It stands at the
 * top of a launch, once, and is the last thing that the block does.
 */
@OpDef(name = "pipeline.roles", customAssembly = true)
@Example(
    """
    tile.launch grid(%b = 1) threads(384) {
      pipeline.roles producer(warps = 4, registers = 40) {
      }, consumer(warps = 8, registers = 232) {
      }
    }\
    """)
public abstract sealed class RolesOp extends Operation
    implements RecursiveEffects, NoTerminator, CustomAssembly, Verified, RegionVerified
    permits RolesOpImpl {
  private static final Set<String> SPELT = Set.of("names", "warps", "registers");

  /** How many threads a warp has. */
  public static final long WARP_SIZE = 32;

  /** What the roles are called. */
  @Attr(RoleNames.class)
  public abstract ArrayAttr names();

  /** How many warps each of them has. */
  @Attr(I64ArrayAttribute.class)
  public abstract DenseArrayAttr warps();

  /** How many registers a thread of each of them takes; 0 for what it has. */
  @Attr(I64ArrayAttribute.class)
  public abstract Optional<DenseArrayAttr> registers();

  /** What each of them does. */
  @dev.azulejo.ir.spec.Region
  public abstract List<Region> bodies();

  /**
   * One of the roles.
   *
   * @param name what it is called
   * @param firstThread which thread of the block is its first
   * @param warps how many warps it has
   * @param registers how many registers its threads take; 0 for what they have
   * @param region what it does
   */
  public record Role(String name, long firstThread, long warps, long registers, Region region) {
    /** How many threads it has. */
    public long threads() {
      return warps * WARP_SIZE;
    }

    /** What it does. */
    public Block body() {
      return region.entry();
    }
  }

  /**
   * Makes roles that do nothing yet.
   *
   * @param names what they are called
   * @param warps how many warps each has
   */
  public static RolesOp create(Inserter at, List<String> names, List<Long> warps) {
    OpBuilder<RolesOp> builder =
        RolesOpImpl.at(at)
            .attribute("names", RoleNames.of(names))
            .attribute("warps", DenseArrayAttr.ofI64(warps));
    for (int i = 0; i < names.size(); i++) {
      Region region = new Region();
      region.appendBlock();
      builder.region(region);
    }
    return builder.create();
  }

  /** The roles, in the order of their threads. */
  public List<Role> roles() {
    List<Role> roles = new ArrayList<>();
    List<String> called = RoleNames.strings(names());
    long[] sizes = warps().asLongs();
    long[] taken = registers().map(DenseArrayAttr::asLongs).orElse(new long[sizes.length]);
    long first = 0;
    for (int i = 0; i < sizes.length; i++) {
      Role role = new Role(called.get(i), first, sizes[i], taken[i], bodies().get(i));
      roles.add(role);
      first += role.threads();
    }
    return roles;
  }

  /** The role that an operation is in. */
  public Optional<Role> roleOf(Operation op) {
    return roles().stream().filter(role -> RoleRules.isIn(op, role.region())).findFirst();
  }

  /** Says how many registers the threads of each role take; 0 for what they have. */
  public void setRegisters(List<Long> counts) {
    setAttribute("registers", DenseArrayAttr.ofI64(counts));
  }

  static void parse(OpParser parser, OperationState state) {
    List<String> names = new ArrayList<>();
    List<Long> warps = new ArrayList<>();
    List<Long> registers = new ArrayList<>();
    boolean takes = false;
    do {
      names.add(parser.keyword("the name of a role"));
      parser.expect("(");
      parser.expect("warps");
      parser.expect("=");
      warps.add(parser.integer());
      long taken = 0;
      if (parser.accept(",")) {
        parser.expect("registers");
        parser.expect("=");
        taken = parser.integer();
        takes = true;
      }
      registers.add(taken);
      parser.expect(")");
      Region region = parser.region(List.of());
      if (region.isEmpty()) {
        region.appendBlock();
      }
      state.region(region);
    } while (parser.accept(","));
    parser.attributeDictionaryWithKeyword(state);
    state.attribute("names", RoleNames.of(names));
    state.attribute("warps", DenseArrayAttr.ofI64(warps));
    state.attribute("registers", takes ? DenseArrayAttr.ofI64(registers) : null);
  }

  @Override
  public void print(OpPrinter printer) {
    String separator = " ";
    for (Role role : roles()) {
      printer.text(separator).text(role.name()).text("(warps = ").number(role.warps());
      if (registers().isPresent()) {
        printer.text(", registers = ").number(role.registers());
      }
      printer.text(")");
      printer.region(role.region(), false, true);
      separator = ", ";
    }
    printer.attributeDictionaryWithKeyword(this, SPELT);
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    RoleRules.verify(this, diagnostics);
  }

  @Override
  public void verifyRegions(Diagnostics diagnostics) {
    RoleRules.verifyBuffers(this, diagnostics);
  }
}
