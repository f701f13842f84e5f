// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The reference of a dialect, and its examples. */
class ReferenceTest {
  private static final String ADD =
      """
      /**
       * Adds {@code a} and {@code b}. See {@link Value}.
       *
       * <p>Overflow wraps, so that
       * <ul>
       *   <li>no carry is <em>lost</em>, and
       *   <li>{@code {x}} &lt; 1.
       * </ul>
       *
       * @see Value
       */
      @OpDef(
          name = "toy.add",
          format = "$lhs `,` $rhs attr-dict `:` type($result)",
          sameTypes = {"lhs", "rhs", "result"},
          parents = "toy.func")
      @Example("%c = toy.add %a, %b : i32")
      public abstract sealed class AddOp extends Operation
          implements Pure, Comparable<AddOp> permits AddOpImpl {
        /** What is added to. */
        @Operand(AnyType.class) public abstract Value lhs();
        /** What is added,
         * {@code 1|2}.
         */
        @Operand(AnyType.class) public abstract Value rhs();
        /** The sum. */
        @Result(AnyType.class) public abstract OpResult result();
        /** How. */
        @Attr(value = AnyAttr.class, defaultValue = "none") public abstract Attribute mode();
        @Override public int compareTo(AddOp other) { return 0; }
      }
      """;

  private static final String FUNC =
      """
      /** Holds operations. */
      @OpDef(name = "toy.func", customAssembly = true)
      @Example(\"""
          toy.func {
          }
          \""")
      public abstract sealed class FuncOp extends Operation
          implements UnknownEffects, CustomAssembly permits FuncOpImpl {
        /** The body. */
        @dev.azulejo.ir.spec.Region public abstract dev.azulejo.ir.Region body();
        static void parse(OpParser parser, OperationState state) {}
        @Override public void print(OpPrinter printer) {}
      }
      """;

  private final Compilation compilation = Declarations.compile("FuncOp", FUNC, "AddOp", ADD);

  @Test
  void describesEveryOperation() {
    assertThat(compilation.messages()).isEmpty();
    assertThat(compilation.text("META-INF/azulejo/dialect/toy.md"))
        .isEqualTo(
            """
            # Dialect `toy`

            Generated from the operations declared in `toy`. Do not edit.

            | operation | what it does |
            | --- | --- |
            | [`toy.add`](#toyadd) | Adds `a` and `b`. |
            | [`toy.func`](#toyfunc) | Holds operations. |

            ## `toy.add`

            Adds `a` and `b`. See `Value`.

            Overflow wraps, so that

            - no carry is *lost*, and
            - `{x}` < 1.

            ```text
            operation ::= `toy.add` $lhs `,` $rhs attr-dict `:` type($result)
            ```

            | operand | type | meaning |
            | --- | --- | --- |
            | `lhs` | `AnyType` | What is added to. |
            | `rhs` | `AnyType` | What is added, `1\\|2`. |

            | result | type | meaning |
            | --- | --- | --- |
            | `result` | `AnyType` | The sum. |

            | attribute | value | meaning |
            | --- | --- | --- |
            | `mode` | `AnyAttr`, default `none` | How. |

            All of one type: `lhs`, `rhs`, `result`.
            Stands in: `toy.func`.

            Interfaces: `Pure`, `Comparable`.

            ```mlir
            %c = toy.add %a, %b : i32
            ```

            ## `toy.func`

            Holds operations.

            The custom form is code; see the example.

            | region | blocks | meaning |
            | --- | --- | --- |
            | `body` | one | The body. |

            Interfaces: `UnknownEffects`, `CustomAssembly`.

            ```mlir
            toy.func {
            }
            ```
            """);
  }

  @Test
  void listsTheExamples() {
    assertThat(compilation.text("META-INF/azulejo/examples/toy.txt"))
        .isEqualTo(
            """
            toy.add
            %c = toy.add %a, %b : i32
            ---
            toy.func
            toy.func {
            }
            ---
            """);
  }
}
