// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.cuda.runtime.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azulejo.cuda.runtime.Dim3;
import dev.azulejo.cuda.runtime.ParameterKind;
import dev.azulejo.cuda.runtime.TensorElement;
import dev.azulejo.cuda.runtime.TensorSwizzle;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManifestTest {
  private static final String TEXT =
      """
      azulejo-kernels 1
      kernel matmul
        argument A buffer f16 2
        argument B buffer f16 2
        argument alpha f32
        argument n i64
        parameter map A f16 sizes dim(A, 1), dim(A, 0) strides 2 * dim(A, 1) box 64, 64 swizzle 128
        parameter pointer B
        parameter f32 alpha
        parameter i32 rows = max(dim(A, 0) - 1, n * (n + 1))
        parameter i64 n
        grid ceildiv(dim(A, 0), 128), floordiv(mod(n, 7), 2), 1
        block 128, 2, 1
        cluster 2, 1, 1
        shared 49152
        cooperative
        overlapping
      kernel epilogue
        grid min(3, 4), 1, 1
        block 32, 1, 1
      """;

  private static IntegerExpression expression(String text) {
    LineReader reader = new LineReader(1, text);
    IntegerExpression expression = reader.expression();
    reader.end();
    return expression;
  }

  private static long value(String text) {
    return expression(text)
        .evaluate(
            new ArgumentValues() {
              @Override
              public long dimension(String argument, int index) {
                return argument.equals("A") ? 100 + index : 7;
              }

              @Override
              public long scalar(String argument) {
                return argument.equals("n") ? 10 : Long.MAX_VALUE;
              }
            });
  }

  @Test
  void textComesBackAsItWas() {
    Manifest manifest = Manifest.parse(TEXT);
    assertThat(manifest.text()).isEqualTo(TEXT);
    assertThat(Manifest.parse(manifest.text())).isEqualTo(manifest);
  }

  @Test
  void holdsWhatTheTextSays() {
    Manifest manifest = Manifest.parse(TEXT);
    KernelManifest matmul = manifest.kernel("matmul").orElseThrow();
    assertThat(manifest.kernel("gone")).isEmpty();
    assertThat(matmul.argument("alpha"))
        .hasValue(new Argument.Scalar("alpha", ParameterKind.F32, 1));
    assertThat(matmul.argument("A"))
        .hasValue(new Argument.Buffer("A", "f16", 2, List.of(), List.of(), List.of()));
    assertThat(matmul.argument("rows")).isEmpty();
    assertThat(matmul.kinds())
        .containsExactly(
            ParameterKind.TENSOR_MAP,
            ParameterKind.POINTER,
            ParameterKind.F32,
            ParameterKind.I32,
            ParameterKind.I64);
    assertThat(matmul.parameters().getFirst())
        .isInstanceOfSatisfying(
            Parameter.Map.class,
            map -> {
              assertThat(map.element()).isEqualTo(TensorElement.F16);
              assertThat(map.box()).containsExactly(64, 64);
              assertThat(map.swizzle()).isEqualTo(TensorSwizzle.BYTES_128);
            });
    assertThat(matmul.shape().block()).isEqualTo(new Dim3(128, 2, 1));
    assertThat(matmul.shape().cluster()).isEqualTo(Dim3.of(2));
    assertThat(matmul.shape().sharedBytes()).isEqualTo(49152);
    assertThat(matmul.shape().cooperative()).isTrue();
    assertThat(matmul.shape().overlapping()).isTrue();
    KernelManifest epilogue = manifest.kernel("epilogue").orElseThrow();
    assertThat(epilogue.shape().cluster()).isEqualTo(Dim3.ONE);
    assertThat(epilogue.parameters()).isEmpty();
  }

  @Test
  void argumentsSayWhatTheyPromise() {
    String text =
        """
        azulejo-kernels 1
        kernel k
          argument A buffer f16 2 sizes ?, 64 names M, ? divisors 16, 1
          argument n i32 divisors 8
          argument m i32
          grid 1, 1, 1
          block 1, 1, 1
        """;
    Manifest manifest = Manifest.parse(text);
    KernelManifest kernel = manifest.kernels().getFirst();
    assertThat(kernel.arguments())
        .containsExactly(
            new Argument.Buffer(
                "A", "f16", 2, List.of(-1L, 64L), List.of("M", ""), List.of(16L, 1L)),
            new Argument.Scalar("n", ParameterKind.I32, 8),
            new Argument.Scalar("m", ParameterKind.I32, 1));
    assertThat(manifest.text()).isEqualTo(text);
  }

  @Test
  void commentsAndEmptyLinesAreSkipped() {
    String text = "azulejo-kernels 1\n\n# nothing\nkernel k\n block 1,1,1\n  grid 1,1,1";
    assertThat(Manifest.parse(text).kernels()).hasSize(1);
    assertThat(Manifest.parse("azulejo-kernels 1\n").kernels()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1 + 2 * 3                  | 7
          (1 + 2) * 3                | 9
          10 - 3 - 2                 | 5
          10 - (3 - 2)               | 9
          -4 * n                     | -40
          ceildiv(dim(A, 1), 2)      | 51
          ceildiv(-3, 2)             | -1
          floordiv(-3, 2)            | -2
          mod(-3, 2)                 | 1
          min(n, dim(B, 0))          | 7
          max(n, dim(B, 0)) + 1      | 11
          9223372036854775807        | 9223372036854775807
          -9223372036854775808       | -9223372036854775808
          """)
  void expressionsAreWorkedOut(String text, long expected) {
    assertThat(value(text)).isEqualTo(expected);
    assertThat(expression(expression(text).toString())).isEqualTo(expression(text));
  }

  @Test
  void parenthesesComeBackWhereTheyMatter() {
    for (String text : List.of("(1 + 2) * 3", "1 - (2 - 3)", "1 - (2 * 3)", "1 * (2 * 3)")) {
      assertThat(expression(text)).hasToString(text);
    }
    assertThat(expression("(1 + 2) + 3")).hasToString("1 + 2 + 3");
    assertThat(expression("1 - 2 * 3")).hasToString("1 - (2 * 3)");
  }

  @Test
  void whatDoesNotFitIsNoNumber() {
    assertThatThrownBy(() -> value("m + 1")).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> value("m * 2")).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> value("mod(1, 0)")).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> value("ceildiv(1, n - 10)")).isInstanceOf(ArithmeticException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          grid 1, 1                            | line 5: a grid has three sizes
          grid 1, 1, 1 1                       | line 5: nothing more is expected before '1'
          grid 1, 1, x                         | line 5: there is no integer argument x
          grid 1, 1, alpha                     | line 5: there is no integer argument alpha
          grid 1, 1, dim(A, 2)                 | line 5: dim(A, 2) is not there: the rank is 2
          grid 1, 1, dim(alpha, 0)             | line 5: there is no buffer argument alpha
          grid 1, 1, half(2, 3)                | line 5: there is no function 'half'
          grid 1, 1, (2                        | line 5: expected ')' at the end
          grid 1, 1, *                         | line 5: expected a number before '*'
          grid 1, 1, 99999999999999999999      | line 5: '99999999999999999999' is no number of 64 bits
          grid 1, 1, 1x                        | line 5: '1x' is no number of 64 bits
          block 1, 0, 1                        | line 5: expected three positive sizes
          block 1, 1                           | line 5: expected three positive sizes
          block 5000000000, 1, 1               | line 5: 5000000000 does not fit 32 bits
          shared -1                            | line 5: shared memory can't be negative
          nonsense                             | line 5: there is no entry 'nonsense'
          + 1                                  | line 5: expected a name before '+'
          argument A buffer f16 2              | line 5: there are two arguments A
          argument C buffer f16 -2             | line 5: a rank can't be negative
          argument C buffer f16 2 sizes 1      | line 5: expected one for each of 2 sizes, not 1
          argument C buffer f16 1 sizes -2     | line 5: a size can't be negative
          argument C buffer f16 1 divisors 0   | line 5: a divisor is a positive number
          argument C buffer f16 1 divisors     | line 5: expected a number at the end
          argument C buffer f16 1 names 7      | line 5: expected a name before '7'
          argument C i32 divisors 1, 2         | line 5: expected one for each of 1 sizes, not 2
          argument C f17                       | line 5: there is no type 'f17'
          argument C pointer                   | line 5: an argument is a buffer or a number, not a pointer
          parameter pointer alpha              | line 5: there is no buffer argument alpha
          parameter f64 alpha                  | line 5: there is no argument alpha of type f64
          parameter i32 q                      | line 5: there is no argument q of type i32
          parameter f32 q = 1                  | line 5: there is no argument q of type f32
          parameter map A f15 sizes 1 box 1    | line 5: tensor maps have no elements of type 'f15'
          parameter map A f16 box 1            | line 5: expected 'sizes' before 'box'
          parameter map A f16 sizes 1, 2 box 1 | line 5: a map of 2 sizes has one stride less and as many box sizes
          parameter map A u8 sizes 1 box 1 swizzle 3 | line 5: a swizzle spans 0, 32, 64 or 128 bytes, not 3
          """)
  void whatIsWrongIsSaidWithItsLine(String line, String message) {
    String text =
        "azulejo-kernels 1\nkernel k\nargument A buffer f16 2\nargument alpha f32\n" + line + "\n";
    assertThatThrownBy(() -> Manifest.parse(text))
        .isInstanceOf(ManifestException.class)
        .hasMessage(message);
  }

  @Test
  void wholeTextsAreChecked() {
    assertThatThrownBy(() -> Manifest.parse("")).hasMessage("line 1: expected 'azulejo-kernels 1'");
    assertThatThrownBy(() -> Manifest.parse("azulejo-kernels 1\ngrid 1,1,1"))
        .hasMessage("line 2: expected 'kernel' before 'grid'");
    assertThatThrownBy(() -> Manifest.parse("azulejo-kernels 1\nkernel k\ngrid 1,1,1"))
        .hasMessage("line 2: kernel k has no block");
    assertThatThrownBy(() -> Manifest.parse("azulejo-kernels 1\nkernel k\nblock 1,1,1"))
        .hasMessage("line 2: kernel k has no grid")
        .isInstanceOfSatisfying(ManifestException.class, e -> assertThat(e.line()).isEqualTo(2));
    String twice = "kernel k\ngrid 1,1,1\nblock 1,1,1\n";
    assertThatThrownBy(() -> Manifest.parse("azulejo-kernels 1\n" + twice + twice))
        .hasMessage("line 5: there are two kernels k");
    assertThatThrownBy(() ->
            Manifest.parse("azulejo-kernels 1\nkernel k\ngrid " + "(".repeat(100_000) + ", 1, 1"))
        .hasMessage("line 3: the expression is nested too deeply");
  }
}
