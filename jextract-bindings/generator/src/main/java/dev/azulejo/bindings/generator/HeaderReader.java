// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.bindings.generator;

import dev.azulejo.bindings.generator.Declaration.Constant;
import dev.azulejo.bindings.generator.Declaration.Enumeration;
import dev.azulejo.bindings.generator.Declaration.Field;
import dev.azulejo.bindings.generator.Declaration.FieldType;
import dev.azulejo.bindings.generator.Declaration.Function;
import dev.azulejo.bindings.generator.Declaration.Nested;
import dev.azulejo.bindings.generator.Declaration.Parameter;
import dev.azulejo.bindings.generator.Declaration.Row;
import dev.azulejo.bindings.generator.Declaration.Scalar;
import dev.azulejo.bindings.generator.Declaration.Structure;
import java.lang.foreign.MemorySegment;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds declarations in a parsed header. Sizes, alignment and offsets are libclang's, never our own
 * arithmetic. Of several typedefs a structure goes by the one that its tag begins with, else by the
 * shortest; without any by its owner's name and the field that it is the type of.
 */
final class HeaderReader {
  // Kinds of cursors.
  private static final int UNION_DECLARATION = 3;
  private static final int FIELD_DECLARATION = 6;
  private static final int FUNCTION_DECLARATION = 8;
  private static final int TYPEDEF_DECLARATION = 20;

  // Kinds of types, those of integers and floats aside.
  private static final int POINTER = 101;
  private static final int RECORD = 105;
  private static final int ENUM = 106;
  private static final int CONSTANT_ARRAY = 112;
  private static final int INCOMPLETE_ARRAY = 114;

  private final Clang clang;
  private final Map<String, MemorySegment> functions = new HashMap<>();
  private final Map<String, MemorySegment> typedefs = new HashMap<>();

  /** From the spelling of a structure's or enumeration's type to the name that callers use. */
  private final Map<String, String> names = new HashMap<>();

  private final Map<String, Structure> structures = new TreeMap<>();
  private final Deque<Wanted> wanted = new ArrayDeque<>();

  private record Wanted(String name, MemorySegment type) {}

  HeaderReader(Clang clang, MemorySegment unit) {
    this.clang = clang;
    for (MemorySegment cursor : clang.children(unit)) {
      switch (Clang.kind(cursor)) {
        case FUNCTION_DECLARATION -> functions.put(clang.nameOf(cursor), cursor);
        case TYPEDEF_DECLARATION -> addTypedef(cursor);
        default -> {
          // Declarations that are only reached through typedefs.
        }
      }
    }
  }

  private void addTypedef(MemorySegment cursor) {
    MemorySegment type = clang.typeOf(cursor);
    if (Clang.kind(type) != RECORD && Clang.kind(type) != ENUM) {
      return;
    }
    String name = clang.nameOf(cursor);
    typedefs.put(name, type);
    String spelling = clang.spellingOfType(type);
    names.merge(spelling, name, (a, b) -> better(tag(spelling), a, b));
  }

  private static String better(String tag, String a, String b) {
    if (tag.startsWith(a) != tag.startsWith(b)) {
      return tag.startsWith(a) ? a : b;
    }
    return a.length() <= b.length() ? a : b;
  }

  /** What a type is called without the word before it. */
  private static String tag(String spelling) {
    return spelling.substring(spelling.lastIndexOf(' ') + 1);
  }

  /** A function by the name that the library exports. */
  Function function(String name) {
    MemorySegment cursor = functions.get(name);
    if (cursor == null) {
      throw new GeneratorException("the header declares no function " + name);
    }
    MemorySegment type = clang.typeOf(cursor);
    List<Parameter> parameters = new ArrayList<>();
    for (int i = 0; i < clang.argumentCount(type); i++) {
      String given = clang.argumentName(cursor, i);
      parameters.add(
          new Parameter(
              given.isEmpty() ? "argument" + i : given, carrier(clang.argumentType(type, i))));
    }
    Carrier result = carrier(clang.resultOf(type));
    if (result == Carrier.VOID) {
      throw new GeneratorException(name + " returns nothing: no handle is written for such");
    }
    return new Function(name, result, parameters);
  }

  /** An enumeration by its name. */
  Enumeration enumeration(String name) {
    MemorySegment type = typedefs.get(name);
    if (type == null || Clang.kind(type) != ENUM) {
      throw new GeneratorException("the header declares no enumeration " + name);
    }
    List<Constant> constants = new ArrayList<>();
    for (MemorySegment constant : clang.children(clang.declarationOf(type))) {
      constants.add(new Constant(clang.nameOf(constant), clang.valueOf(constant)));
    }
    return new Enumeration(name, constants);
  }

  /** Structures by their names, with all that stand inside them, sorted by name. */
  List<Structure> structures(List<String> asked) {
    for (String name : asked) {
      MemorySegment type = typedefs.get(name);
      if (type == null || Clang.kind(type) != RECORD) {
        throw new GeneratorException("the header declares no structure " + name);
      }
      wanted.add(new Wanted(name, type));
    }
    while (!wanted.isEmpty()) {
      Wanted one = wanted.remove();
      if (!structures.containsKey(one.name)) {
        structures.put(one.name, structure(one.name, one.type));
      }
    }
    return List.copyOf(structures.values());
  }

  private Structure structure(String name, MemorySegment type) {
    MemorySegment declaration = clang.declarationOf(type);
    List<Field> fields = new ArrayList<>();
    for (MemorySegment child : clang.children(declaration)) {
      if (Clang.kind(child) == FIELD_DECLARATION) {
        MemorySegment held = clang.typeOf(child);
        String field = clang.nameOf(child);
        fields.add(
            new Field(
                field,
                clang.offsetOf(child),
                clang.sizeOf(held),
                fieldType(name + "_" + field, held)));
      }
    }
    return new Structure(
        name,
        Clang.kind(declaration) == UNION_DECLARATION,
        clang.sizeOf(type),
        clang.alignmentOf(type),
        fields);
  }

  private FieldType fieldType(String nameless, MemorySegment type) {
    return switch (Clang.kind(type)) {
      case CONSTANT_ARRAY ->
          new Row(fieldType(nameless, clang.elementType(type)), clang.elementCount(type));
      case RECORD -> {
        String name = names.computeIfAbsent(clang.spellingOfType(type), _ -> nameless);
        wanted.add(new Wanted(name, type));
        yield new Nested(name);
      }
      default -> new Scalar(carrier(type));
    };
  }

  private Carrier carrier(MemorySegment type) {
    return switch (Clang.kind(type)) {
      case 2 -> Carrier.VOID;
      case 4, 5, 13, 14 -> Carrier.BYTE;
      case 8, 16 -> Carrier.SHORT;
      case 9, 17, ENUM -> Carrier.INT;
      case 10, 11, 18, 19 -> Carrier.LONG;
      case 21 -> Carrier.FLOAT;
      case 22 -> Carrier.DOUBLE;
      case POINTER, INCOMPLETE_ARRAY -> Carrier.ADDRESS;
      default -> throw new GeneratorException("no Java type for " + clang.spellingOfType(type));
    };
  }
}
