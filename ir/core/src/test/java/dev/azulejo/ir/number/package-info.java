// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/** Tests of the floating-point formats; {@link MlirOpt} asks MLIR's own tool where it is found. */
@NullMarked
package dev.azulejo.ir.number;

import org.jspecify.annotations.NullMarked;
