// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/**
 * What operations do to memory: the one interface that planning, versioning, synchronisation,
 * canonicalisation and the simulator ask. Start from {@link dev.azulejo.ir.access.Effects} and
 * {@link dev.azulejo.ir.access.Access}; nobody else keeps a table of who reads what.
 */
@NullMarked
package dev.azulejo.ir.access;

import org.jspecify.annotations.NullMarked;
