// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/**
 * Tests of the annotation processor against the framework. Start from {@link
 * dev.azulejo.ir.declaration.Compilation}; tests of other things may not be here.
 */
@NullMarked
package dev.azulejo.ir.declaration;

import org.jspecify.annotations.NullMarked;
