// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/**
 * The types that PTX has and upstream lacks. Start from {@link
 * dev.azulejo.dialect.ptx.type.RegistersType}; constraints on types stand beside, not here.
 */
@NullMarked
package dev.azulejo.dialect.ptx.type;

import org.jspecify.annotations.NullMarked;
