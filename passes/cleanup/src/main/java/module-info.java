// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/** Passes that make any IR simpler: canonicalize, cse and their kin. */
module dev.azulejo.pass.cleanup {
  requires dagger;
  requires static org.jspecify;
  requires transitive dev.azulejo.ir;

  exports dev.azulejo.pass.cleanup;
}
