// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/**
 * The passes of rung 1 that overlap the iterations of loops. Start from {@link
 * dev.azulejo.pass.pipeline.PipelinePlanningPass}, which writes schedules, and {@link
 * dev.azulejo.pass.pipeline.InjectSoftwarePipelinePass}, which carries them out.
 */
@NullMarked
package dev.azulejo.pass.pipeline;

import org.jspecify.annotations.NullMarked;
