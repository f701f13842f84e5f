// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Compares what we print with what {@code mlir-opt} prints, for every format. */
final class FloatTextDifferentialTest {
  private static final int SAMPLES = Integer.getInteger("azulejo.number.samples", 1500);

  /** A literal, its format and the pattern that we read it as. */
  private record Literal(FloatFormat format, String text, BigInteger bits) {
    static Literal hexadecimal(FloatFormat format, BigInteger bits) {
      return new Literal(format, "0x" + bits.toString(16), bits);
    }

    static Literal decimal(FloatFormat format, String text) {
      return new Literal(format, text, format.readDecimal(text));
    }
  }

  @Test
  void patternsArePrintedAsMlirOptPrintsThem() {
    Random random = new Random(1);
    List<Literal> literals = new ArrayList<>();
    for (FloatFormat format : FloatFormat.values()) {
      // The expansions of wide numbers have thousands of digits.
      int samples = format.width() <= 64 ? SAMPLES : SAMPLES / 8;
      for (int i = 0; i < samples; i++) {
        BigInteger bits = new BigInteger(format.width(), random);
        literals.add(Literal.hexadecimal(format, format.width() > 8 ? bits : small(format, i)));
        literals.add(Literal.hexadecimal(format, fewDigits(format, random)));
      }
      literals.add(Literal.hexadecimal(format, format.largest()));
      literals.add(Literal.hexadecimal(format, BigInteger.ZERO));
      literals.add(Literal.hexadecimal(format, BigInteger.ONE));
    }
    assertPrintedAlike(literals);
  }

  private static BigInteger small(FloatFormat format, int i) {
    return BigInteger.valueOf(i & (1 << format.width()) - 1);
  }

  /** Numbers that people write, and the bits that they become. */
  private static BigInteger fewDigits(FloatFormat format, Random random) {
    int digits = random.nextInt(2_000_000);
    return format.round(BigDecimal.valueOf(digits, random.nextInt(16) - 3));
  }

  @Test
  void literalsAreReadAsMlirOptReadsThem() {
    Random random = new Random(2);
    List<Literal> literals = new ArrayList<>();
    for (FloatFormat format : FloatFormat.values()) {
      for (int i = 0; i < SAMPLES; i++) {
        // f8E8M0FNU keeps a sign in mlir-opt's memory, though it has no bit for it.
        String sign = format.isSigned() && random.nextBoolean() ? "-" : "";
        literals.add(Literal.decimal(format, sign + anyText(format, random)));
        literals.add(Literal.decimal(format, sign + nearTie(format, random)));
      }
    }
    assertPrintedAlike(literals);
  }

  private static String anyText(FloatFormat format, Random random) {
    int range = Math.min(format.bias() + 10, 900);
    int exponent = (int) ((random.nextInt(2 * range) - range) * 0.33);
    return random.nextInt(20) + "." + random.nextInt(1 << random.nextInt(30)) + "e" + exponent;
  }

  /** The middle between two neighbours, exactly or a little off. */
  private static String nearTie(FloatFormat format, Random random) {
    BigInteger bits = new BigInteger(format.width(), random).andNot(format.signBit());
    BigInteger next = bits.add(BigInteger.ONE);
    if (!format.isFinite(bits) || !format.isFinite(next) || format.width() > 64) {
      return "1.0";
    }
    BigDecimal middle = format.exact(bits).add(format.exact(next)).divide(BigDecimal.valueOf(2));
    BigDecimal off =
        middle.scaleByPowerOfTen(-12).multiply(BigDecimal.valueOf(random.nextInt(3) - 1));
    String text = middle.add(off).toPlainString();
    return text.contains(".") ? text : text + ".0";
  }

  private static void assertPrintedAlike(List<Literal> literals) {
    Optional<MlirOpt> tool = MlirOpt.find();
    assumeTrue(tool.isPresent(), "mlir-opt-22 is not installed");
    StringBuilder module = new StringBuilder();
    for (Literal literal : literals) {
      module.append(line(literal, literal.text())).append('\n');
    }
    List<String> theirs = tool.orElseThrow().run(module.toString()).lines().toList();
    assertThat(theirs.size()).isGreaterThanOrEqualTo(literals.size() + 2);
    List<String> differences = new ArrayList<>();
    for (int i = 0; i < literals.size(); i++) {
      String ours = line(literals.get(i), literals.get(i).format().print(literals.get(i).bits()));
      if (!theirs.get(i + 1).strip().equals(ours)) {
        differences.add(ours + " but mlir-opt: " + theirs.get(i + 1).strip());
      }
    }
    assertThat(differences).isEmpty();
  }

  private static String line(Literal literal, String value) {
    String type = literal.format().keyword();
    return "\"t.t\"() {a = \""
        + literal.text()
        + "\", b = "
        + value
        + " : "
        + type
        + "} : () -> ()";
  }
}
