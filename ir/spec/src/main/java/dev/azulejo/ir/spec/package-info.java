// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/**
 * Annotations that declare operations and passes. Start from {@link dev.azulejo.ir.spec.OpDef} and
 * {@link dev.azulejo.ir.spec.PassDef}; code may not be here.
 */
@NullMarked
package dev.azulejo.ir.spec;

import org.jspecify.annotations.NullMarked;
