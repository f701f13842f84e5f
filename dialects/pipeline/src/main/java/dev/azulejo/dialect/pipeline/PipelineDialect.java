// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.pipeline;

import dev.azulejo.ir.AsmParser;
import dev.azulejo.ir.Dialect;
import dev.azulejo.ir.NamedAttribute;
import dev.azulejo.ir.OpSchema;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.trait.LoopLike;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The dialect of pipelines. */
public final class PipelineDialect implements Dialect {
  /** Its name. */
  public static final String NAME = "pipeline";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public @Nullable OpSchema operation(String mnemonic) {
    return PipelineOps.find(mnemonic);
  }

  @Override
  public List<String> operationNames() {
    return PipelineOps.names();
  }

  @Override
  public @Nullable Type parseType(AsmParser parser, String mnemonic) {
    return mnemonic.equals(RingType.MNEMONIC) ? RingType.INSTANCE : null;
  }

  @Override
  public void verifyAttribute(Operation op, NamedAttribute attribute, Diagnostics diagnostics) {
    if (attribute.name().equals(RoleBranch.ATTRIBUTE)) {
      RoleBranch.verify(op, attribute, diagnostics);
      return;
    }
    if (attribute.name().equals(StatementId.ATTRIBUTE)) {
      StatementId.verify(op, attribute, diagnostics);
      return;
    }
    boolean isDepth = attribute.name().equals(Schedule.DEPTH);
    if (!isDepth && !Schedule.NAMES.contains(attribute.name())) {
      diagnostics.report(
          op.error(
              "attribute '%s' is not one of pipeline's: %s, %s, %s",
              attribute.name(),
              Schedule.DEPTH,
              StatementId.ATTRIBUTE,
              String.join(", ", Schedule.NAMES)));
    } else if (!(attribute.value() instanceof IntegerAttr number) || number.longValue() < 0) {
      diagnostics.report(op.error("attribute '%s' must be a number from 0", attribute.name()));
    } else if (attribute.name().equals(Schedule.STAGE) && number.longValue() > ForOp.MAX_STAGES) {
      // What runs ahead is written out once for each stage: a bound keeps programs finite.
      diagnostics.report(
          op.error("is in stage %d; 0 to %d are possible", number.longValue(), ForOp.MAX_STAGES));
    } else if (isDepth) {
      if (!(op instanceof LoopLike)) {
        diagnostics.report(op.error("attribute '%s' belongs on a loop", attribute.name()));
      }
    } else if (!(op.parentOp() instanceof ForOp)) {
      diagnostics.report(
          op.error(
              "attribute '%s' belongs on an operation directly in a 'pipeline.for'",
              attribute.name()));
    }
  }
}
