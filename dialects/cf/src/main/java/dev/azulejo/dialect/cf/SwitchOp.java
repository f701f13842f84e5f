// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.cf;

import dev.azulejo.ir.AsmText;
import dev.azulejo.ir.Block;
import dev.azulejo.ir.CustomAssembly;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpBuilder;
import dev.azulejo.ir.OpParser;
import dev.azulejo.ir.OpPrinter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.OperationState;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.builtin.DenseArrayAttr;
import dev.azulejo.ir.builtin.DenseElementsAttr;
import dev.azulejo.ir.builtin.VectorType;
import dev.azulejo.ir.builtin.constraint.AnyInteger;
import dev.azulejo.ir.builtin.constraint.AnyType;
import dev.azulejo.ir.builtin.constraint.I32ArrayAttribute;
import dev.azulejo.ir.builtin.constraint.IntegerElements;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.rewrite.Canonicalizable;
import dev.azulejo.ir.rewrite.Rewriter;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Successor;
import dev.azulejo.ir.trait.BranchOp;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Goes to the block of the first case that is equal to a value, or to another where none is. */
@OpDef(name = "cf.switch", customAssembly = true)
@Example(
    """
    scf.execute_region {
      cf.switch %n : i32, [
        default: ^bb2,
        42: ^bb1(%x : i32)
      ]
    ^bb1(%y: i32):
      scf.yield
    ^bb2:
      scf.yield
    }\
    """)
public abstract sealed class SwitchOp extends Operation
    implements Pure, BranchOp, CustomAssembly, Verified, Canonicalizable permits SwitchOpImpl {
  static final String VALUES_ATTRIBUTE = "case_values";
  static final String SEGMENTS_ATTRIBUTE = "case_operand_segments";
  private static final int DEFAULT_GROUP = 1;
  private static final int CASE_GROUP = 2;

  /**
   * A value and where it leads.
   *
   * @param value the value, from 0 or in two's complement
   * @param dest the block
   * @param operands what the block's arguments become
   */
  public record Case(BigInteger value, Block dest, List<Value> operands) {
    /** Copies the list. */
    public Case {
      operands = List.copyOf(operands);
    }
  }

  /** What is compared with the cases. */
  @Operand(AnyInteger.class)
  public abstract Value flag();

  /** What the arguments of the block for other values become. */
  @Operand(AnyType.class)
  public abstract List<Value> defaultOperands();

  /** What the arguments of the cases' blocks become, one case behind the other. */
  @Operand(AnyType.class)
  public abstract List<Value> caseOperands();

  /** The values of the cases; absent where there are none. */
  @Attr(value = IntegerElements.class, name = "case_values")
  public abstract Optional<DenseElementsAttr> caseValues();

  /** How many operands each case has. */
  @Attr(value = I32ArrayAttribute.class, name = "case_operand_segments")
  public abstract DenseArrayAttr caseOperandSegments();

  /** The block for values that no case has. */
  @Successor
  public abstract Block defaultDestination();

  /** The blocks of the cases. */
  @Successor
  public abstract List<Block> caseDestinations();

  /** Makes one. */
  public static SwitchOp create(
      Inserter at,
      Value flag,
      Block defaultDestination,
      List<? extends Value> defaultOperands,
      List<Case> cases) {
    List<BigInteger> values = new ArrayList<>();
    List<Value> operands = new ArrayList<>();
    int[] sizes = new int[cases.size()];
    for (int i = 0; i < sizes.length; i++) {
      Case each = cases.get(i);
      values.add(each.value());
      operands.addAll(each.operands());
      sizes[i] = each.operands().size();
    }
    OpBuilder<SwitchOp> builder =
        SwitchOpImpl.at(at)
            .operand(flag)
            .operands(defaultOperands)
            .operands(operands)
            .attribute(SEGMENTS_ATTRIBUTE, DenseArrayAttr.ofI32(sizes))
            .successor(defaultDestination);
    for (Case each : cases) {
      builder.successor(each.dest());
    }
    if (!values.isEmpty()) {
      VectorType type = VectorType.of(new long[] {values.size()}, flag.type());
      builder.attribute(VALUES_ATTRIBUTE, DenseElementsAttr.of(type, values));
    }
    return builder.create();
  }

  /** The value of a case. */
  public BigInteger caseValue(int index) {
    return caseValues().orElseThrow().bits(index);
  }

  /** The cases, in order. */
  public List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    List<Block> blocks = caseDestinations();
    for (int i = 0; i < blocks.size(); i++) {
      cases.add(new Case(caseValue(i), blocks.get(i), successorOperands(i + 1)));
    }
    return cases;
  }

  /** Which successor a value leads to. */
  public int successorFor(BigInteger value) {
    for (int i = 0; i < caseDestinations().size(); i++) {
      if (caseValue(i).equals(value)) {
        return i + 1;
      }
    }
    return 0;
  }

  // --- Operands of the successors ---------------------------------------------------------------

  @Override
  public int successorOperandGroup(int successor) {
    return successor == 0 ? DEFAULT_GROUP : CASE_GROUP;
  }

  @Override
  public void verifySuccessorOperands(Diagnostics diagnostics) {
    long[] sizes = caseOperandSegments().asLongs();
    long total = 0;
    for (long size : sizes) {
      if (size < 0) {
        diagnostics.report(
            error("'%s' attribute cannot have negative elements", SEGMENTS_ATTRIBUTE));
        return;
      }
      total += size;
    }
    if (sizes.length != caseDestinations().size()) {
      diagnostics.report(
          error(
              "number of sizes in '%s' (%d) should match number of case destinations (%d)",
              SEGMENTS_ATTRIBUTE, sizes.length, caseDestinations().size()));
    } else if (total != caseOperands().size()) {
      diagnostics.report(
          error(
              "caseOperands count (%d) does not match with the total size (%d) specified in"
                  + " attribute '%s'",
              caseOperands().size(), total, SEGMENTS_ATTRIBUTE));
    }
  }

  @Override
  public int successorOperandStart(int successor) {
    return operandGroupStart(successorOperandGroup(successor)) + caseStart(successor);
  }

  @Override
  public List<Value> successorOperands(int successor) {
    if (successor == 0) {
      return defaultOperands();
    }
    int start = caseStart(successor);
    return caseOperands().subList(start, start + caseSize(successor));
  }

  @Override
  public void setSuccessorOperands(int successor, List<Value> values) {
    if (successor == 0) {
      setOperandGroup(DEFAULT_GROUP, values);
      return;
    }
    int start = caseStart(successor);
    List<Value> all = caseOperands();
    List<Value> old = all.subList(start, start + caseSize(successor));
    old.clear();
    old.addAll(values);
    long[] sizes = caseOperandSegments().asLongs();
    sizes[successor - 1] = values.size();
    setOperandGroup(CASE_GROUP, all);
    DenseArrayAttr segments = caseOperandSegments();
    setAttribute(SEGMENTS_ATTRIBUTE, DenseArrayAttr.of(segments.elementType(), sizes));
  }

  private int caseSize(int successor) {
    return (int) caseOperandSegments().asLongs()[successor - 1];
  }

  /** How many operands the cases before one have. */
  private int caseStart(int successor) {
    long[] sizes = caseOperandSegments().asLongs();
    int start = 0;
    for (int i = 0; i < successor - 1; i++) {
      start += (int) sizes[i];
    }
    return start;
  }

  // --- Text and checks --------------------------------------------------------------------------

  static void parse(OpParser parser, OperationState state) {
    SwitchText.parse(parser, state);
  }

  @Override
  public void print(OpPrinter printer) {
    SwitchText.print(this, printer);
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    int cases = caseDestinations().size();
    Optional<DenseElementsAttr> values = caseValues();
    if (values.isPresent() && !values.get().elementType().equals(flag().type())) {
      diagnostics.report(
          error(
              "'flag' type ('%s') should match case value type ('%s')",
              AsmText.ofType(flag().type()), AsmText.ofType(values.get().elementType())));
      return;
    }
    long count = values.isPresent() ? values.get().size() : 0;
    if (count != cases) {
      diagnostics.report(
          error(
              "number of case values (%d) should match number of case destinations (%d)",
              count, cases));
    }
  }

  @Override
  public boolean canonicalize(Rewriter rewriter) {
    return SimplifySwitch.rewrite(this, rewriter);
  }
}
