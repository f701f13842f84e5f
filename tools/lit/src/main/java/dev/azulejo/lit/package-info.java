// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/**
 * Runs the tests that live in text files, in one process and in parallel. Start from {@link
 * dev.azulejo.lit.TestRunner} for one test and {@link dev.azulejo.lit.TestRun} for many. Neither
 * how files nor how shell lines are read is said here, and nothing here is written to standard
 * output save by {@link dev.azulejo.lit.LitMain}.
 */
@NullMarked
package dev.azulejo.lit;

import org.jspecify.annotations.NullMarked;
