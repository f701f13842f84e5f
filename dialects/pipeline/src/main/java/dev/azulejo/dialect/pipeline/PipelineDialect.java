// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.pipeline;

import dev.azulejo.ir.Dialect;
import dev.azulejo.ir.NamedAttribute;
import dev.azulejo.ir.OpSchema;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.diag.Diagnostics;
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
  public void verifyAttribute(Operation op, NamedAttribute attribute, Diagnostics diagnostics) {
    if (!Schedule.NAMES.contains(attribute.name())) {
      diagnostics.report(
          op.error(
              "attribute '%s' is not one of pipeline's: %s",
              attribute.name(), String.join(", ", Schedule.NAMES)));
    } else if (!(attribute.value() instanceof IntegerAttr number) || number.longValue() < 0) {
      diagnostics.report(op.error("attribute '%s' must be a number from 0", attribute.name()));
    } else if (!(op.parentOp() instanceof ForOp)) {
      diagnostics.report(
          op.error(
              "attribute '%s' belongs on an operation directly in a 'pipeline.for'",
              attribute.name()));
    }
  }
}
