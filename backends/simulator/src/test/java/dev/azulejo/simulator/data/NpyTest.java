// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class NpyTest {
  private static final String NUMPY = "\u0093NUMPY\u0001\u0000";

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** A file of version 1 whose header is not padded. */
  private static byte[] file(String header, int... data) {
    byte[] text = latin(NUMPY + (char) header.length() + "\u0000" + header);
    byte[] file = Arrays.copyOf(text, text.length + data.length);
    for (int i = 0; i < data.length; i++) {
      file[text.length + i] = (byte) data[i];
    }
    return file;
  }

  private static String header(String descr, String shape) {
    return "{'descr': '" + descr + "', 'fortran_order': False, 'shape': " + shape + ", }\n";
  }

  @ParameterizedTest
  @EnumSource
  void whatIsWrittenIsReadBack(ElementType type) {
    for (long[] shape : new long[][] {{}, {7}, {3, 5}, {2, 3, 4}, {4, 0, 2}}) {
      Tensor tensor = new Tensor("t", type, shape);
      for (int i = 0; i < tensor.count(); i++) {
        tensor.setBits(i, 0x0123456789ABCDEFL * (i + 1));
      }
      byte[] file = Npy.write(tensor);
      assertThat((file.length - tensor.toBytes().length) % 64).isZero();
      Tensor again = Npy.read("t", file, type);
      assertThat(again.shape()).isEqualTo(shape);
      assertThat(again.type()).isEqualTo(type);
      assertThat(again.toBytes()).isEqualTo(tensor.toBytes());
      assertThat(Npy.write(again)).isEqualTo(file);
      if (!new String(file, StandardCharsets.ISO_8859_1).contains("V")) {
        assertThat(Npy.read("t", file).type()).isEqualTo(type);
      }
    }
  }

  @Test
  void theHeaderIsNumPysByteForByte() {
    Tensor tensor = new Tensor("t", ElementType.F32, 3, 4);
    String dictionary = "{'descr': '<f4', 'fortran_order': False, 'shape': (3, 4), }";
    String expected = NUMPY + "v\u0000" + dictionary + " ".repeat(58) + "\n";
    assertThat(expected).hasSize(128);
    assertThat(Arrays.copyOf(Npy.write(tensor), 128)).isEqualTo(latin(expected));
  }

  @ParameterizedTest
  @CsvSource({
    "F64, '',      '<f8', ()",
    "I1,  5,       '|b1', '(5,)'",
    "I64, 2 0 7,   '<i8', '(2, 0, 7)'",
    "UI8, 1000001, '|u1', '(1000001,)'",
    "BF16, 2,      '<V2', '(2,)'",
    "F8E4M3FN, 2,  '|V1', '(2,)'",
    "UI16, 2,      '<u2', '(2,)'",
    "F16, 2,       '<f2', '(2,)'",
  })
  void typesAndShapesAreSpelledAsNumPyDoes(
      ElementType type, String sizes, String descr, String shape) {
    long[] dimensions =
        sizes.isEmpty()
            ? new long[0]
            : Arrays.stream(sizes.split(" ")).mapToLong(Long::parseLong).toArray();
    byte[] file = Npy.write(new Tensor("t", type, dimensions));
    assertThat(new String(file, 0, 128, StandardCharsets.ISO_8859_1))
        .startsWith(
            NUMPY + "v\u0000{'descr': '" + descr + "', 'fortran_order': False, 'shape': " + shape)
        .endsWith(" \n");
  }

  @ParameterizedTest
  @CsvSource({
    "1, 123456, 5, 128",
    "1, 123456, 6, 192",
    "123456789, 1, 13, 128",
    "123456789, 1, 14, 192",
  })
  void roomIsLeftForTheFirstDimensionToGrow(long first, long other, int others, int size) {
    long[] shape =
        LongStream.concat(LongStream.of(first), LongStream.generate(() -> other).limit(others))
            .toArray();
    assertThat(10 + NpyHeader.of("<f4", shape).text(10).length()).isEqualTo(size);
  }

  @Test
  void veryLongHeadersTakeVersionTwo() {
    long[] shape = new long[22_000];
    Arrays.fill(shape, 1);
    byte[] file = Npy.write(new Tensor("t", ElementType.F32, shape));
    assertThat(file[6]).isEqualTo((byte) 2);
    assertThat((file.length - 4) % 64).isZero();
    assertThat(Npy.read("t", file).shape()).isEqualTo(shape);
  }

  @Test
  void columnMajorDataAreTransposed() {
    // numpy.asfortranarray(numpy.arange(6, dtype='<i2').reshape(2, 3)), saved by NumPy 2.4.
    byte[] columns =
        Base64.getDecoder()
            .decode(
                "k05VTVBZAQB2AHsnZGVzY3InOiAnPGkyJywgJ2ZvcnRyYW5fb3JkZXInOiBUcnVlLCAnc2hhcGUnOiAoMiwgMyks"
                    + "IH0gICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoA"
                    + "AAMAAQAEAAIABQA=");
    // The same as big-endian f4, saved as version 3.
    byte[] floats =
        Base64.getDecoder()
            .decode(
                "k05VTVBZAwB0AAAAeydkZXNjcic6ICc+ZjQnLCAnZm9ydHJhbl9vcmRlcic6IFRydWUsICdzaGFwZSc6ICgyLCAz"
                    + "KSwgfSAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoA"
                    + "AAAAQEAAAD+AAABAgAAAQAAAAECgAAA=");
    for (Tensor tensor : new Tensor[] {Npy.read("t", columns), Npy.read("t", floats)}) {
      assertThat(tensor.shape()).containsExactly(2, 3);
      for (int i = 0; i < 6; i++) {
        assertThat(tensor.value(i)).isEqualTo(i);
      }
    }
    assertThat(Npy.read("t", columns).type()).isEqualTo(ElementType.I16);
    assertThat(Npy.read("t", floats).type()).isEqualTo(ElementType.F32);
  }

  @Test
  void headersMayBeSpelledOtherwise() {
    String odd = "{ \"shape\":( 2L ,),\"fortran_order\":True,'descr':\"=u1\"}";
    Tensor tensor = Npy.read("t", file(odd, 3, 200));
    assertThat(tensor.shape()).containsExactly(2);
    assertThat(tensor.value(1)).isEqualTo(200);
    assertThat(Npy.read("t", file(header("|b1", "(3,)"), 0, 1, 7)).value(2)).isEqualTo(1);
  }

  @Test
  void rawBytesAreWhatOneSaysTheyAre() {
    byte[] raw = file(header("|V2", "(1,)"), 0x80, 0x3F);
    assertThat(Npy.read("t", raw, ElementType.BF16).value(0)).isEqualTo(1);
    byte[] unsigned = file(header("<u2", "(1,)"), 0x80, 0x3F);
    assertThat(Npy.read("t", unsigned, ElementType.BF16).value(0)).isEqualTo(1);
    assertThat(Npy.read("t", unsigned, ElementType.I16).value(0)).isEqualTo(0x3F80);
    byte[] bytes = file(header("|u1", "(1,)"), 0x38);
    assertThat(Npy.read("t", bytes, ElementType.F8E4M3FN).value(0)).isEqualTo(1);
    assertThatThrownBy(() -> Npy.read("t", raw))
        .isInstanceOf(NpyFormatException.class)
        .hasMessage("elements '|V2' are not supported unless one says what they stand for");
    assertThatThrownBy(() -> Npy.read("t", raw, ElementType.F16))
        .isInstanceOf(NpyFormatException.class)
        .hasMessage("the file holds elements '|V2', not f16");
    assertThatThrownBy(() -> Npy.read("t", raw, ElementType.F8E5M2))
        .isInstanceOf(NpyFormatException.class);
  }

  @Test
  void badFilesAreRefusedWithAReason() {
    assertRefused(new byte[0], "not a .npy file: too short");
    assertRefused(latin("0123456789ABCDEF"), "not a .npy file: it does not begin with \\x93NUMPY");
    byte[] good = file(header("<f4", "(1,)"), 0, 0, 0, 0);
    byte[] version = good.clone();
    version[6] = 4;
    assertRefused(version, "version 4.0 of the format is not supported");
    assertRefused(Arrays.copyOf(good, 30), "the header is cut off");
    assertRefused(Arrays.copyOf(good, good.length - 1), "3 bytes of data for a shape [1] of f32");
    assertRefused(Arrays.copyOf(good, good.length + 1), "5 bytes of data for a shape [1] of f32");
    assertRefused(
        file(header("<f4", "(99999999999999, 99999999999999)")),
        "0 bytes of data for a shape [99999999999999, 99999999999999] of f32");
    assertRefused(file(header("<c8", "()")), "elements '<c8' are not supported");
    assertRefused(file(header("|O", "()")), "elements '|O' are not supported");
    assertRefused(file(header("", "()")), "elements '' are not supported");
    assertRefused(
        file("{'descr': [('a', '<f4')], 'fortran_order': False, 'shape': ()}"),
        "arrays of structures are not supported");
    assertRefused(
        file("{'descr': '<f4', 'shape': ()}"),
        "the header needs 'descr', 'fortran_order' and 'shape': {'descr': '<f4', 'shape': ()}");
    assertRefused(file("{'descr': '<f4', 'size': ()}"), "the header has an unknown key 'size'");
    assertRefused(
        file("{'descr': '<f4"), "the header should have a string at column 11: {'descr': '<f4");
    assertRefused(
        file(header("<f4", "(-1,)")),
        "the header should have a size at column 52: " + header("<f4", "(-1,)").strip());
    assertRefused(
        file("{'shape': (1 2)}"), "the header should have ')' at column 14: {'shape': (1 2)}");
    assertRefused(
        file("{'fortran_order': 1}"),
        "the header should have True or False at column 19: {'fortran_order': 1}");
    assertRefused(file("{} x"), "the header should have its end at column 4: {} x");
  }

  private static void assertRefused(byte[] file, String message) {
    assertThatThrownBy(() -> Npy.read("t", file))
        .isInstanceOf(NpyFormatException.class)
        .hasMessage(message);
  }
}
