// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.cuda.runtime;

/**
 * What the driver says of a loaded kernel.
 *
 * @param registers 32-bit registers a thread
 * @param localBytes memory of a thread that registers spilled to or that it indexes
 * @param staticSharedBytes shared memory of a block that the code declares
 * @param constantBytes constants that the code declares
 * @param maxThreads threads that a block may have
 * @param maxDynamicSharedBytes dynamic shared memory that a launch may ask for
 * @param ptxVersion 10 times the PTX target's major version, and the minor
 * @param binaryVersion the same of the machine code
 */
public record KernelAttributes(
    int registers,
    int localBytes,
    int staticSharedBytes,
    int constantBytes,
    int maxThreads,
    int maxDynamicSharedBytes,
    int ptxVersion,
    int binaryVersion) {}
