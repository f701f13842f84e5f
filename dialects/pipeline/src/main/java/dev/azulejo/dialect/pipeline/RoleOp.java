// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.pipeline;

import dev.azulejo.ir.CustomAssembly;
import dev.azulejo.ir.OpParser;
import dev.azulejo.ir.OpPrinter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.OperationState;
import dev.azulejo.ir.Region;
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.StringAttr;
import dev.azulejo.ir.builtin.constraint.I64Attribute;
import dev.azulejo.ir.builtin.constraint.StringAttribute;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.trait.NoTerminator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Some warps of a block, from one to the one before another, and what they do: they perform
 * statements of the launch, enter its loops, and hand slots of rings over. {@code registers} says
 * how many registers each of their threads takes hold of; without it, it keeps what it has.
 */
@OpDef(name = "pipeline.role", customAssembly = true, parents = "pipeline.schedule")
@Example(
    """
    tile.launch grid(%b = 1) threads(128) {
      pipeline.schedule warps(8) {
        pipeline.role worker(warps = 0 to 4, registers = 40) {
          pipeline.perform "load"
        }
      }
    }\
    """)
public abstract sealed class RoleOp extends Operation
    implements ScheduleEntry, CustomAssembly, NoTerminator, Verified permits RoleOpImpl {
  private static final Set<String> SPELT = Set.of("label", "first", "end", "registers");
  private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final long MIN_REGISTERS = 24;
  private static final long MAX_REGISTERS = 240;
  private static final long REGISTER_STEP = 8;

  /** What it is called. */
  @Attr(StringAttribute.class)
  public abstract StringAttr label();

  /** Its first warp. */
  @Attr(I64Attribute.class)
  public abstract IntegerAttr first();

  /** The warp behind its last. */
  @Attr(I64Attribute.class)
  public abstract IntegerAttr end();

  /** How many registers each of its threads takes, where it takes other than it has. */
  @Attr(I64Attribute.class)
  public abstract Optional<IntegerAttr> registers();

  /** What it does. */
  @dev.azulejo.ir.spec.Region
  public abstract Region program();

  static void parse(OpParser parser, OperationState state) {
    state.attribute("label", StringAttr.of(parser.keyword("the name of a role")));
    parser.expect("(");
    parser.expect("warps");
    parser.expect("=");
    state.attribute("first", IntegerAttr.i64(parser.integer()));
    parser.expect("to");
    state.attribute("end", IntegerAttr.i64(parser.integer()));
    if (parser.accept(",")) {
      parser.expect("registers");
      parser.expect("=");
      state.attribute("registers", IntegerAttr.i64(parser.integer()));
    }
    parser.expect(")");
    parser.attributeDictionaryWithKeyword(state);
    Region region = parser.region(List.of());
    if (region.isEmpty()) {
      region.appendBlock();
    }
    state.region(region);
  }

  @Override
  public void print(OpPrinter printer) {
    printer.text(" ").text(label().value()).text("(warps = ");
    printer.number(first().longValue()).text(" to ").number(end().longValue());
    registers().ifPresent(count -> printer.text(", registers = ").number(count.longValue()));
    printer.text(")");
    printer.attributeDictionaryWithKeyword(this, SPELT);
    printer.region(program(), false, true);
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    if (!program().isEmpty() && !program().entry().arguments().isEmpty()) {
      diagnostics.report(error("has a body with arguments, and nothing to give to them"));
    }
    long from = first().longValue();
    long to = end().longValue();
    if (!WORD.matcher(label().value()).matches()) {
      diagnostics.report(error("has a name that is no word: \"%s\"", label().value()));
    } else if (from < 0) {
      diagnostics.report(error("begins at warp %d; the first warp is 0", from));
    } else if (to <= from) {
      diagnostics.report(error("has no warps: %d to %d is an empty range", from, to));
    } else if (registers().isPresent() && !canTake(registers().get().longValue())) {
      diagnostics.report(
          error(
              "takes %d registers; multiples of %d from %d to %d are possible",
              registers().get().longValue(), REGISTER_STEP, MIN_REGISTERS, MAX_REGISTERS));
    }
  }

  private static boolean canTake(long registers) {
    return registers >= MIN_REGISTERS
        && registers <= MAX_REGISTERS
        && registers % REGISTER_STEP == 0;
  }
}
