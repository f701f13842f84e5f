// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.toy;

import dev.azulejo.ir.pass.Pass;
import dev.azulejo.ir.pass.PassFactory;
import dev.azulejo.ir.pass.PassOption;
import dev.azulejo.ir.pass.PassOptions;
import java.util.List;
import java.util.function.Function;

/** The factory of a pass that a test writes down as a lambda. */
public record ToyPass(
    String name, String anchor, List<PassOption> options, Function<PassOptions, Pass> code)
    implements PassFactory {

  /** A pass without options, for any operation. */
  public static ToyPass of(String name, Pass pass) {
    return on("", name, pass);
  }

  /** A pass without options, for operations of one name. */
  public static ToyPass on(String anchor, String name, Pass pass) {
    return new ToyPass(name, anchor, List.of(), _ -> pass);
  }

  @Override
  public String summary() {
    return "Does " + name;
  }

  @Override
  public Pass create(PassOptions values) {
    return code.apply(values);
  }
}
