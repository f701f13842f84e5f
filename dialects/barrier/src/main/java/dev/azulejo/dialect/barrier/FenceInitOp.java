// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.barrier;

import dev.azulejo.ir.Operation;
import dev.azulejo.ir.access.UnknownEffects;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;

/** Makes the initialisation of barriers visible to bulk copies and to other blocks of a cluster. */
@OpDef(name = "barrier.fence_init", format = "attr-dict")
@Example("barrier.fence_init")
public abstract sealed class FenceInitOp extends Operation implements UnknownEffects
    permits FenceInitOpImpl {}
