// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.pass;

/**
 * Several passes under one name, which may stand wherever a pass may.
 *
 * @param name the name, kebab-case
 * @param summary one sentence for {@code --list-passes}
 * @param text what it stands for, in the short form: each pass finds its operations by itself
 */
public record NamedPipeline(String name, String summary, String text) {}
