// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/** Annotations that declare operations and passes; no code. */
module dev.azulejo.ir.spec {
  requires static org.jspecify;

  exports dev.azulejo.ir.spec;
}
