// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.gpu;

import dev.azulejo.ir.AsmParser;
import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.Dialect;
import dev.azulejo.ir.NamedAttribute;
import dev.azulejo.ir.OpSchema;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.builtin.UnitAttr;
import dev.azulejo.ir.builtin.op.ModuleOp;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.Diagnostics;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The dialect of what the threads of a GPU execute. */
public final class GPUDialect implements Dialect {
  /** Its name. */
  public static final String NAME = "gpu";

  /** The attribute of a {@code builtin.module} that holds {@code gpu.module}s. */
  public static final String CONTAINER_MODULE_ATTRIBUTE = "gpu.container_module";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public @Nullable OpSchema operation(String mnemonic) {
    return GpuOps.find(mnemonic);
  }

  @Override
  public List<String> operationNames() {
    return GpuOps.names();
  }

  @Override
  public @Nullable Attribute parseAttribute(AsmParser parser, String mnemonic) {
    return switch (mnemonic) {
      case AddressSpaceAttr.MNEMONIC -> AddressSpaceAttr.parse(parser);
      case AllReduceOperationAttr.MNEMONIC -> AllReduceOperationAttr.parse(parser);
      case DimensionAttr.MNEMONIC -> DimensionAttr.parse(parser);
      case ShuffleModeAttr.MNEMONIC -> ShuffleModeAttr.parse(parser);
      default -> {
        MappingAttr.Level level = MappingAttr.level(mnemonic);
        yield level == null ? null : MappingAttr.parse(parser, level);
      }
    };
  }

  @Override
  public void verifyAttribute(Operation op, NamedAttribute attribute, Diagnostics diagnostics) {
    if (attribute.name().equals(CONTAINER_MODULE_ATTRIBUTE)
        && attribute.value() instanceof UnitAttr
        && !(op instanceof ModuleOp)) {
      diagnostics.report(
          Diagnostic.error(
              op.location(),
              "expected '%s' attribute to be attached to 'builtin.module'",
              CONTAINER_MODULE_ATTRIBUTE));
    }
  }
}
