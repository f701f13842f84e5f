// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.data;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * NumPy's file format for one array. Reads versions 1 to 3, either byte order and either order of
 * elements; writes what NumPy itself would write, byte for byte. NumPy has no bf16 and no f8, so
 * these are written as raw bytes, {@code <V2} and {@code |V1}.
 */
public final class Npy {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final int SHORT_HEADER = 65535;

  private Npy() {}

  /** The bytes of a file that holds a tensor. */
  public static byte[] write(Tensor tensor) {
    NpyHeader header = NpyHeader.of(descr(tensor.type()), tensor.shape());
    byte[] text = header.text(MAGIC.length + 4).getBytes(StandardCharsets.ISO_8859_1);
    boolean wide = text.length > SHORT_HEADER;
    if (wide) {
      text = header.text(MAGIC.length + 6).getBytes(StandardCharsets.ISO_8859_1);
    }
    byte[] data = tensor.toBytes();
    int size = MAGIC.length + (wide ? 6 : 4) + text.length + data.length;
    ByteBuffer file = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    file.put(MAGIC).put((byte) (wide ? 2 : 1)).put((byte) 0);
    if (wide) {
      file.putInt(text.length);
    } else {
      file.putShort((short) text.length);
    }
    return file.put(text).put(data).array();
  }

  /**
   * Reads a file.
   *
   * @param name the tensor's name
   * @throws NpyFormatException if it is no such file, or its element type is none of ours
   */
  public static Tensor read(String name, byte[] file) {
    return read(name, file, Optional.empty());
  }

  /**
   * Reads a file as elements of a type. Raw bytes and unsigned integers as wide are taken as the
   * bits of a bf16 or f8.
   *
   * @param name the tensor's name
   * @throws NpyFormatException if it is no such file, or holds elements of another type
   */
  public static Tensor read(String name, byte[] file, ElementType type) {
    return read(name, file, Optional.of(type));
  }

  private static Tensor read(String name, byte[] file, Optional<ElementType> wanted) {
    ByteBuffer input = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    NpyHeader header = header(input);
    ElementType type = type(header.descr(), wanted);
    Tensor tensor = tensor(name, type, header, input.remaining());
    byte[] data = new byte[input.remaining()];
    input.get(data);
    if (header.descr().startsWith(">")) {
      reverse(data, type.byteSize());
    }
    if (type == ElementType.I1) {
      for (int i = 0; i < data.length; i++) {
        data[i] = (byte) (data[i] == 0 ? 0 : 1);
      }
    }
    tensor.setBytes(header.fortranOrder() ? transposed(data, type.byteSize(), tensor) : data);
    return tensor;
  }

  private static NpyHeader header(ByteBuffer input) {
    byte[] magic = new byte[MAGIC.length];
    if (input.remaining() < MAGIC.length + 4) {
      throw new NpyFormatException("not a .npy file: too short");
    }
    input.get(magic);
    if (!Arrays.equals(magic, MAGIC)) {
      throw new NpyFormatException("not a .npy file: it does not begin with \\x93NUMPY");
    }
    int major = input.get();
    int minor = input.get();
    if (major < 1 || major > 3 || minor != 0) {
      throw new NpyFormatException(
          "version %d.%d of the format is not supported".formatted(major, minor));
    }
    int sizeBytes = major == 1 ? 2 : 4;
    if (input.remaining() < sizeBytes) {
      throw new NpyFormatException("the header is cut off");
    }
    long length =
        major == 1 ? Short.toUnsignedInt(input.getShort()) : Integer.toUnsignedLong(input.getInt());
    if (length > input.remaining()) {
      throw new NpyFormatException("the header is cut off");
    }
    byte[] text = new byte[(int) length];
    input.get(text);
    return NpyHeader.parse(
        new String(text, major == 3 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1));
  }

  private static Tensor tensor(String name, ElementType type, NpyHeader header, int available) {
    long[] shape = header.shape().stream().mapToLong(Long::longValue).toArray();
    // Compared before anything is allocated: a header may claim any size.
    double claimed = type.byteSize();
    for (long size : shape) {
      claimed *= size;
    }
    if (claimed != available) {
      throw new NpyFormatException(
          "%d bytes of data for a shape %s of %s"
              .formatted(available, Arrays.toString(shape), type.keyword()));
    }
    try {
      return new Tensor(name, type, shape);
    } catch (IllegalArgumentException _) {
      throw new NpyFormatException("the array is too large");
    }
  }

  private static String descr(ElementType type) {
    int size = type.byteSize();
    String order = size == 1 ? "|" : "<";
    return order
        + switch (type) {
          case F16, F32, F64 -> "f" + size;
          case BF16,
              F8E5M2,
              F8E4M3,
              F8E4M3FN,
              F8E5M2FNUZ,
              F8E4M3FNUZ,
              F8E4M3B11FNUZ,
              F8E3M4,
              F8E8M0FNU ->
              "V" + size;
          case I1 -> "b1";
          case I8, I16, I32, I64 -> "i" + size;
          case UI8, UI16, UI32, UI64 -> "u" + size;
        };
  }

  private static ElementType type(String descr, Optional<ElementType> wanted) {
    String kind = descr.isEmpty() ? "" : descr.substring(1);
    if (descr.isEmpty() || "<>|=".indexOf(descr.charAt(0)) < 0) {
      throw unsupported(descr);
    }
    if (wanted.isPresent()) {
      ElementType type = wanted.get();
      String own = descr(type).substring(1);
      boolean raw = own.startsWith("V") && kind.equals("u" + type.byteSize());
      boolean signless = own.startsWith("i") && kind.equals("u" + type.byteSize());
      if (!kind.equals(own) && !raw && !signless) {
        throw new NpyFormatException(
            "the file holds elements '%s', not %s".formatted(descr, type.keyword()));
      }
      return type;
    }
    if (!kind.startsWith("V")) {
      for (ElementType type : ElementType.values()) {
        if (descr(type).substring(1).equals(kind)) {
          return type;
        }
      }
    }
    throw unsupported(descr);
  }

  private static NpyFormatException unsupported(String descr) {
    return new NpyFormatException(
        "elements '%s' are not supported%s"
            .formatted(descr, descr.contains("V") ? " unless one says what they stand for" : ""));
  }

  private static void reverse(byte[] data, int size) {
    for (int start = 0; start < data.length; start += size) {
      for (int i = 0; i < size / 2; i++) {
        byte low = data[start + i];
        data[start + i] = data[start + size - 1 - i];
        data[start + size - 1 - i] = low;
      }
    }
  }

  /** The data in row-major order, given in column-major order. */
  private static byte[] transposed(byte[] data, int size, Tensor tensor) {
    byte[] result = new byte[data.length];
    long[] shape = tensor.shape();
    for (int element = 0; element < tensor.count(); element++) {
      long[] indices = tensor.indices(element);
      long source = 0;
      for (int i = shape.length - 1; i >= 0; i--) {
        source = source * shape[i] + indices[i];
      }
      System.arraycopy(data, (int) source * size, result, element * size, size);
    }
    return result;
  }
}
