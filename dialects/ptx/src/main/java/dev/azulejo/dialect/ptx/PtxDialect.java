// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx;

import dev.azulejo.dialect.ptx.constraint.Scalar;
import dev.azulejo.dialect.ptx.type.ParameterType;
import dev.azulejo.dialect.ptx.type.RegisterClass;
import dev.azulejo.dialect.ptx.type.RegistersType;
import dev.azulejo.ir.AsmParser;
import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.Dialect;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpSchema;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.TypedAttr;
import dev.azulejo.ir.diag.Location;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The dialect of instructions of PTX. */
public final class PtxDialect implements Dialect {
  /** Its name. */
  public static final String NAME = "ptx";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public @Nullable OpSchema operation(String mnemonic) {
    return PtxOps.find(mnemonic);
  }

  @Override
  public List<String> operationNames() {
    return PtxOps.names();
  }

  @Override
  public @Nullable Type parseType(AsmParser parser, String mnemonic) {
    return switch (mnemonic) {
      case RegistersType.MNEMONIC -> parser.inAngles(() -> registers(parser));
      case ParameterType.MNEMONIC -> parser.inAngles(() -> parameter(parser));
      default -> null;
    };
  }

  private static Type registers(AsmParser parser) {
    Location location = parser.location();
    long size = parser.integer();
    if (size < 1 || size > RegistersType.MAX_SIZE) {
      throw parser.error(
          location, "an array has 1 to %d registers, not %d", RegistersType.MAX_SIZE, size);
    }
    parser.expect("x");
    return new RegistersType(size, scalar(parser));
  }

  private static Type parameter(AsmParser parser) {
    if (parser.accept(ParameterType.TENSOR_MAP)) {
      return ParameterType.tensorMap();
    }
    if (!parser.accept(ParameterType.POINTER)) {
      Location place = parser.location();
      Type value = scalar(parser);
      if (value.equals(IntegerType.I1)) {
        throw parser.error(place, "a parameter is no truth value");
      }
      return ParameterType.scalar(value);
    }
    parser.expect(",");
    Location location = parser.location();
    long alignment = parser.integer();
    if (!Alignments.isGood(alignment, ParameterType.MAX_ALIGNMENT)) {
      throw parser.error(
          location,
          "an alignment is a power of two up to %d, not %d",
          ParameterType.MAX_ALIGNMENT,
          alignment);
    }
    return ParameterType.pointer(alignment);
  }

  private static Type scalar(AsmParser parser) {
    Location location = parser.location();
    Type type = parser.type();
    if (RegisterClass.of(type) == null) {
      throw parser.error(location, "a register holds %s", new Scalar().description());
    }
    return type;
  }

  @Override
  public @Nullable Operation constant(Inserter at, Attribute value, Type type) {
    return value instanceof TypedAttr number && number.type().equals(type)
        ? ConstantOp.create(at, number)
        : null;
  }
}
