// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/**
 * Who does what when in a launch, as one of the orders that are possible, to be looked at. Start
 * from {@link dev.azulejo.pass.verify.schedule.Schedule}; nothing is checked here.
 */
@NullMarked
package dev.azulejo.pass.verify.schedule;

import org.jspecify.annotations.NullMarked;
