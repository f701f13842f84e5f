// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/**
 * Writes FFM bindings from a C header and a list of what is called. Start from {@link
 * dev.azulejo.bindings.generator.BindingsGenerator}; {@link
 * dev.azulejo.bindings.generator.HeaderReader} asks libclang, {@link
 * dev.azulejo.bindings.generator.BindingsWriter} writes Java. No particular header is known here.
 */
@NullMarked
package dev.azulejo.bindings.generator;

import org.jspecify.annotations.NullMarked;
