// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.pass;

/** What a pipeline consists of: passes, and pipelines for operations one level down. */
public sealed interface PipelineElement permits PassInstance, Pipeline {}
