// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/** A plugin for the tests, in a package that the module doesn't export. */
package dev.azulejo.tools.opt.testing;
