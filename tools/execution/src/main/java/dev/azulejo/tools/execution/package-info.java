// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/**
 * What every tool that runs functions of programs does alike: finding them, making data for them,
 * running them, and comparing what they compute before and behind passes. Start from {@link
 * dev.azulejo.tools.execution.Execution} and {@link dev.azulejo.tools.execution.SemanticsCheck};
 * nothing of one tool alone may be here.
 */
@NullMarked
package dev.azulejo.tools.execution;

import org.jspecify.annotations.NullMarked;
