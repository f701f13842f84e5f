// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.tools.run;

import dev.azulejo.dialect.func.FuncOp;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.diag.Location;
import dev.azulejo.simulator.data.Comparison;
import dev.azulejo.simulator.data.ComparisonResult;
import dev.azulejo.simulator.data.ElementType;
import dev.azulejo.simulator.data.Tensor;
import dev.azulejo.tool.Call;
import dev.azulejo.tools.execution.Failure;
import dev.azulejo.tools.execution.Inputs;
import dev.azulejo.tools.execution.Outcome;
import dev.azulejo.tools.execution.Parameter;
import dev.azulejo.tools.program.UsageException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says whether results agree with a reference. */
final class Verdict {
  private static final double WIDE_TOLERANCE = 1e-2;
  private static final double NARROW_TOLERANCE = 1e-3;
  private static final double FINEST_TOLERANCE = 1e-9;

  private final Kernel kernel;
  private final Options options;
  private final Call call;
  private final Inputs inputs;
  private final Location place;

  Verdict(Kernel kernel, Options options, Call call, Inputs inputs) {
    this.kernel = kernel;
    this.options = options;
    this.call = call;
    this.inputs = inputs;
    this.place = kernel.function().location();
  }

  /** Refuses a program whose results depend on the schedule. */
  static void requireSame(FuncOp function, Outcome one, Outcome other, long seed, long firstSeed)
      throws Failure {
    Comparison.Bits rule = new Comparison.Bits();
    for (int i = 0; i < one.values().size(); i++) {
      Outcome.Value value = other.values().get(i);
      ComparisonResult result = rule.compare(value.tensor(), one.values().get(i).tensor());
      if (!result.passed()) {
        throw new Failure(
            Diagnostic.error(
                    function.location(),
                    "results depend on the schedule: seed %d differs from seed %d",
                    seed,
                    firstSeed)
                .note(
                    place(value, function.location()),
                    "of '%s' %s",
                    value.name(),
                    result.details()));
      }
    }
  }

  private static Location place(Outcome.Value value, Location otherwise) {
    Parameter parameter = value.parameter();
    return parameter == null ? otherwise : parameter.location();
  }

  /** Compares with the reference function and with files, and says so. True where all agree. */
  boolean give(Outcome outcome, @Nullable Outcome reference, Diagnostics diagnostics)
      throws Failure, UsageException {
    String name = "@" + kernel.function().symName().value();
    if (reference == null && options.references().isEmpty()) {
      call.out().print(name + ": ran, and is compared with nothing: it names no reference\n");
      return true;
    }
    boolean agrees = true;
    FuncOp other = kernel.reference();
    if (reference != null && other != null) {
      String against = "@" + other.symName().value();
      for (int i = 0; i < outcome.values().size(); i++) {
        Outcome.Value expected = reference.values().get(i);
        agrees &= compare(outcome.values().get(i), expected, against, false, diagnostics);
      }
    }
    for (Map.Entry<String, String> entry : options.references().entrySet()) {
      Outcome.Value value = Session.named(outcome, entry.getKey(), "--reference");
      Tensor file = Inputs.file(value.tensor(), entry.getValue(), place(value, place), call);
      Outcome.Value expected = new Outcome.Value(file, new BitSet(), value.parameter());
      agrees &= compare(value, expected, "'" + entry.getValue() + "'", true, diagnostics);
    }
    return agrees;
  }

  /** Compares a value, and says so if that was asked for or the value is a result. */
  private boolean compare(
      Outcome.Value actual,
      Outcome.Value expected,
      String against,
      boolean asked,
      Diagnostics diagnostics) {
    Location at = place(actual, place);
    if (!actual.tensor().hasShapeOf(expected.tensor())) {
      diagnostics.error(
          at,
          "'%s' has the shape %s, but %s gives %s",
          actual.name(),
          Arrays.toString(actual.tensor().shape()),
          against,
          Arrays.toString(expected.tensor().shape()));
      return false;
    }
    if (!hasWrittenTheSame(actual, expected, against, diagnostics)) {
      return false;
    }
    Parameter parameter = actual.parameter();
    // What has data is no result, unless the program says how it is compared: then it is both.
    boolean isInput =
        parameter != null && inputs.hasData(parameter.index()) && parameter.rule() == null;
    Comparison rule = rule(actual);
    ComparisonResult result = rule.compare(actual.tensor(), expected.tensor());
    if (!result.passed()) {
      diagnostics.error(
          at, "'%s' differs from %s by %s: %s", actual.name(), against, rule, result.details());
    } else if (asked || !isInput) {
      boolean same = new Comparison.Bits().compare(actual.tensor(), expected.tensor()).passed();
      call.out()
          .print(
              "%s: %s with %s (%s, %d elements, max error %s)\n"
                  .formatted(
                      actual.name(),
                      same ? "bit-exact" : "agrees",
                      against,
                      rule,
                      actual.tensor().count(),
                      result.maxAbsoluteError()));
    }
    return result.passed();
  }

  /** Results must be written where the reference's are, and nowhere else. */
  private boolean hasWrittenTheSame(
      Outcome.Value actual, Outcome.Value expected, String against, Diagnostics diagnostics) {
    if (actual.unwritten().equals(expected.unwritten())) {
      return true;
    }
    BitSet difference = (BitSet) actual.unwritten().clone();
    difference.xor(expected.unwritten());
    int first = difference.nextSetBit(0);
    boolean missing = actual.unwritten().get(first);
    diagnostics.error(
        place(actual, place),
        "'%s' differs from %s: element %s is %s; %d of %d elements are written by one alone",
        actual.name(),
        against,
        Arrays.toString(actual.tensor().indices(first)),
        missing ? "never written" : "written, but should not be",
        difference.cardinality(),
        actual.tensor().count());
    return false;
  }

  private Comparison rule(Outcome.Value value) {
    if (options.rule() != null) {
      return options.rule();
    }
    Parameter parameter = value.parameter();
    if (parameter != null && parameter.rule() != null) {
      return parameter.rule();
    }
    return inputs.areExact() ? new Comparison.Exact() : byType(value.tensor().type());
  }

  /** The rule for results of data that are no small integers. */
  private static Comparison byType(ElementType type) {
    if (!type.isFloat()) {
      return new Comparison.Exact();
    }
    double tolerance =
        type == ElementType.F64
            ? FINEST_TOLERANCE
            : type == ElementType.F32 ? NARROW_TOLERANCE : WIDE_TOLERANCE;
    return new Comparison.Close(tolerance, tolerance);
  }
}
