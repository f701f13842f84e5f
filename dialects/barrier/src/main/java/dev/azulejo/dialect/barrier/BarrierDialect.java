// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.barrier;

import dev.azulejo.ir.AsmParser;
import dev.azulejo.ir.Dialect;
import dev.azulejo.ir.OpSchema;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.diag.Location;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The dialect of barriers. */
public final class BarrierDialect implements Dialect {
  /** Its name. */
  public static final String NAME = "barrier";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public @Nullable OpSchema operation(String mnemonic) {
    return BarrierOps.find(mnemonic);
  }

  @Override
  public List<String> operationNames() {
    return BarrierOps.names();
  }

  @Override
  public @Nullable Type parseType(AsmParser parser, String mnemonic) {
    if (!mnemonic.equals(BarrierArrayType.MNEMONIC)) {
      return null;
    }
    return parser.inAngles(() -> {
      Location location = parser.location();
      long size = parser.integer();
      if (size < 1 || size > BarrierArrayType.MAX_SIZE) {
        throw parser.error(
            location,
            "a barrier array has 1 to %d barriers, not %d",
            BarrierArrayType.MAX_SIZE,
            size);
      }
      return BarrierArrayType.of(size);
    });
  }
}
