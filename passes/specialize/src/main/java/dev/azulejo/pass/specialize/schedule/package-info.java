// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/**
 * What is made of a schedule of roles that a user has written: it is matched with the statements of
 * its launch, judged, and carried out. Start from {@link
 * dev.azulejo.pass.specialize.schedule.Materialization}; which engine can do a copy is asked of
 * {@link dev.azulejo.pass.specialize.schedule.CopyForms}, and nothing is chosen here that the
 * schedule says.
 */
@NullMarked
package dev.azulejo.pass.specialize.schedule;

import org.jspecify.annotations.NullMarked;
