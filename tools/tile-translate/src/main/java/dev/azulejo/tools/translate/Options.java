// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.tools.translate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the command line asks for.
 *
 * @param file the input, {@code -} for standard input
 * @param output where the text goes, {@code -} for standard output
 * @param manifest where it is said how to launch the kernels, or null
 * @param target what the program is compiled for, or null for what it says itself
 * @param passes passes to run first, in the short form, or null
 * @param pipeline passes to run first, in the long form, or null
 * @param verifiesBarriers whether what passes schedule is refused where it can hang or race
 * @param withLocations whether comments say where instructions come from
 * @param report how the report on what passes chose is written, or null for none
 * @param plugins jars to load
 */
record Options(
    String file,
    String output,
    @Nullable String manifest,
    @Nullable String target,
    @Nullable String passes,
    @Nullable String pipeline,
    boolean verifiesBarriers,
    boolean withLocations,
    @Nullable String report,
    List<String> plugins) {}
