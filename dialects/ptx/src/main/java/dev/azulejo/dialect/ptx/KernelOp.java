// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx;

import dev.azulejo.dialect.ptx.instruction.Needs;
import dev.azulejo.dialect.ptx.type.ParameterType;
import dev.azulejo.ir.Block;
import dev.azulejo.ir.BlockArgument;
import dev.azulejo.ir.CustomAssembly;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpParser;
import dev.azulejo.ir.OpPrinter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.OperationState;
import dev.azulejo.ir.Region;
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.access.UnknownEffects;
import dev.azulejo.ir.builtin.DenseArrayAttr;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.StringAttr;
import dev.azulejo.ir.builtin.constraint.I32ArrayAttribute;
import dev.azulejo.ir.builtin.constraint.I32Attribute;
import dev.azulejo.ir.builtin.constraint.StringAttribute;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.trait.IsolatedFromAbove;
import dev.azulejo.ir.trait.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A kernel: what each thread of a grid does. The arguments of its first block are its parameters,
 * which {@code ptx.ld.param} loads. Arguments of other blocks are registers that the jumps to the
 * block set.
 */
@OpDef(name = "ptx.kernel", customAssembly = true)
@Example(
    """
    ptx.kernel @k(%a: !ptx.param<ptr, 16>, %n: !ptx.param<i32>) \
    attributes {maxntid = array<i32: 128>} {
      ptx.ret
    }\
    """)
public abstract sealed class KernelOp extends Operation
    implements CustomAssembly, IsolatedFromAbove, Symbol, UnknownEffects, Verified
    permits KernelOpImpl {
  private static final Set<String> SPELT = Set.of(NAME_ATTRIBUTE);

  /** Its name, by which it is launched. */
  @Attr(value = StringAttribute.class, name = "sym_name")
  public abstract StringAttr symName();

  /** The most threads that a block has, one number a dimension. */
  @Attr(I32ArrayAttribute.class)
  public abstract Optional<DenseArrayAttr> maxntid();

  /** How many blocks a multiprocessor has room for at least. */
  @Attr(I32Attribute.class)
  public abstract Optional<IntegerAttr> minnctapersm();

  /** The most registers that a thread has. */
  @Attr(I32Attribute.class)
  public abstract Optional<IntegerAttr> maxnreg();

  /** How many blocks a cluster has, one number a dimension. */
  @Attr(I32ArrayAttribute.class)
  public abstract Optional<DenseArrayAttr> cluster();

  /** What each thread does. */
  @dev.azulejo.ir.spec.Region(dev.azulejo.ir.spec.Region.Shape.ANY)
  public abstract Region body();

  /** Makes one whose first block has the parameters and is empty yet. */
  public static KernelOp create(Inserter at, String name, List<ParameterType> parameters) {
    Region body = new Region();
    Block entry = body.appendBlock();
    parameters.forEach(type -> entry.addArgument(type, at.location()));
    return KernelOpImpl.at(at).attribute(NAME_ATTRIBUTE, StringAttr.of(name)).region(body).create();
  }

  /** Its parameters. */
  public List<BlockArgument> parameters() {
    return body().isEmpty() ? List.of() : body().entry().arguments();
  }

  /** The rows of bytes in shared memory, in order. */
  public List<SharedOp> shared() {
    List<SharedOp> all = new ArrayList<>();
    for (Block block : body().blocks()) {
      for (Operation op : block) {
        if (op instanceof SharedOp shared) {
          all.add(shared);
        }
      }
    }
    return all;
  }

  /** What it needs of a target besides its instructions. */
  public Needs needs() {
    return cluster().isPresent() ? Needs.of(78, 90) : Needs.NOTHING;
  }

  static void parse(OpParser parser, OperationState state) {
    state.attribute(NAME_ATTRIBUTE, StringAttr.of(parser.symbolName()));
    List<OpParser.Argument> arguments = new ArrayList<>();
    parser.list(
        "(",
        ")",
        () -> {
          OpParser.Argument argument = parser.typedArgument();
          parser.trailingLocation(argument);
          arguments.add(argument);
        });
    parser.attributeDictionaryWithKeyword(state);
    state.region(parser.region(arguments));
  }

  @Override
  public void print(OpPrinter printer) {
    printer.text(" ").symbolName(symName().value()).text("(");
    String separator = "";
    for (BlockArgument parameter : parameters()) {
      printer.text(separator);
      printer.argument(parameter);
      separator = ", ";
    }
    printer.text(")");
    printer.attributeDictionaryWithKeyword(this, SPELT);
    printer.region(body(), false, true);
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    KernelRules.verify(this, diagnostics);
  }
}
