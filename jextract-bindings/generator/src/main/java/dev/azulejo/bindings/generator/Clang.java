// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.bindings.generator;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.StructLayout;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * As much of libclang as reading declarations needs. Cursors and types are small structures that
 * libclang passes by value; here they are segments of one arena that lives as long as this object.
 */
final class Clang implements AutoCloseable {
  private static final StructLayout CURSOR =
      MemoryLayout.structLayout(JAVA_INT, JAVA_INT, ADDRESS, ADDRESS, ADDRESS);
  private static final StructLayout TYPE =
      MemoryLayout.structLayout(JAVA_INT, MemoryLayout.paddingLayout(4), ADDRESS, ADDRESS);
  private static final StructLayout STRING =
      MemoryLayout.structLayout(ADDRESS, JAVA_INT, MemoryLayout.paddingLayout(4));

  private static final long ROOM = 64L << 20;
  private static final int SKIP_FUNCTION_BODIES = 0x40;
  private static final int SEVERITY_ERROR = 3;
  private static final int CONTINUE = 1;

  private final Arena arena = Arena.ofConfined();
  private final SegmentAllocator allocator =
      SegmentAllocator.slicingAllocator(arena.allocate(ROOM, 16));
  private final SymbolLookup library;
  private final Deque<List<MemorySegment>> visited = new ArrayDeque<>();
  private final MemorySegment visitor;

  private final MethodHandle visitChildren;
  private final MethodHandle cursorSpelling;
  private final MethodHandle typeSpelling;
  private final MethodHandle characters;
  private final MethodHandle cursorType;
  private final MethodHandle canonicalType;
  private final MethodHandle declarationOfType;
  private final MethodHandle resultType;
  private final MethodHandle argumentCount;
  private final MethodHandle argumentType;
  private final MethodHandle argument;
  private final MethodHandle elementType;
  private final MethodHandle elementCount;
  private final MethodHandle sizeOf;
  private final MethodHandle alignOf;
  private final MethodHandle offsetOfField;
  private final MethodHandle enumValue;

  /** Loads libclang by the name of its file. */
  @SuppressWarnings("restricted")
  Clang(String file) {
    this.library = SymbolLookup.libraryLookup(file, arena);
    this.visitor = visitorStub();
    this.visitChildren = link("clang_visitChildren", JAVA_INT, CURSOR, ADDRESS, ADDRESS);
    this.cursorSpelling = link("clang_getCursorSpelling", STRING, CURSOR);
    this.typeSpelling = link("clang_getTypeSpelling", STRING, TYPE);
    this.characters = link("clang_getCString", ADDRESS, STRING);
    this.cursorType = link("clang_getCursorType", TYPE, CURSOR);
    this.canonicalType = link("clang_getCanonicalType", TYPE, TYPE);
    this.declarationOfType = link("clang_getTypeDeclaration", CURSOR, TYPE);
    this.resultType = link("clang_getResultType", TYPE, TYPE);
    this.argumentCount = link("clang_getNumArgTypes", JAVA_INT, TYPE);
    this.argumentType = link("clang_getArgType", TYPE, TYPE, JAVA_INT);
    this.argument = link("clang_Cursor_getArgument", CURSOR, CURSOR, JAVA_INT);
    this.elementType = link("clang_getArrayElementType", TYPE, TYPE);
    this.elementCount = link("clang_getArraySize", JAVA_LONG, TYPE);
    this.sizeOf = link("clang_Type_getSizeOf", JAVA_LONG, TYPE);
    this.alignOf = link("clang_Type_getAlignOf", JAVA_LONG, TYPE);
    this.offsetOfField = link("clang_Cursor_getOffsetOfField", JAVA_LONG, CURSOR);
    this.enumValue = link("clang_getEnumConstantDeclValue", JAVA_LONG, CURSOR);
  }

  /**
   * Parses a header as C and hands out the cursor of everything in it.
   *
   * @throws GeneratorException with libclang's first error, if it has one
   */
  MemorySegment parse(Path header, List<String> arguments) {
    MemorySegment words = allocator.allocate(ADDRESS, Math.max(arguments.size(), 1));
    for (int i = 0; i < arguments.size(); i++) {
      words.setAtIndex(ADDRESS, i, allocator.allocateFrom(arguments.get(i)));
    }
    try {
      MemorySegment index =
          (MemorySegment) link("clang_createIndex", ADDRESS, JAVA_INT, JAVA_INT).invokeExact(0, 0);
      leaveSignalsToTheJvm();
      MemorySegment unit =
          (MemorySegment)
              link(
                      "clang_parseTranslationUnit",
                      ADDRESS,
                      ADDRESS,
                      ADDRESS,
                      ADDRESS,
                      JAVA_INT,
                      ADDRESS,
                      JAVA_INT,
                      JAVA_INT)
                  .invokeExact(
                      index,
                      allocator.allocateFrom(header.toString()),
                      words,
                      arguments.size(),
                      MemorySegment.NULL,
                      0,
                      SKIP_FUNCTION_BODIES);
      if (unit.address() == 0) {
        throw new GeneratorException("libclang can't read " + header);
      }
      refuseErrors(unit);
      return (MemorySegment)
          link("clang_getTranslationUnitCursor", CURSOR, ADDRESS).invokeExact(allocator, unit);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /**
   * Making an index installs handlers for SIGSEGV and others, which the JVM lives by: the next
   * implicit null check would end the process. This puts back those that were there.
   */
  @SuppressWarnings("restricted")
  private void leaveSignalsToTheJvm() throws Throwable {
    MemorySegment toggle = library.find("clang_toggleCrashRecovery").orElseThrow();
    Linker.nativeLinker()
        .downcallHandle(toggle, FunctionDescriptor.ofVoid(JAVA_INT))
        .invokeExact(0);
  }

  private void refuseErrors(MemorySegment unit) throws Throwable {
    int count = (int) link("clang_getNumDiagnostics", JAVA_INT, ADDRESS).invokeExact(unit);
    for (int i = 0; i < count; i++) {
      MemorySegment diagnostic =
          (MemorySegment)
              link("clang_getDiagnostic", ADDRESS, ADDRESS, JAVA_INT).invokeExact(unit, i);
      int severity =
          (int) link("clang_getDiagnosticSeverity", JAVA_INT, ADDRESS).invokeExact(diagnostic);
      if (severity >= SEVERITY_ERROR) {
        MemorySegment text =
            (MemorySegment)
                link("clang_getDiagnosticSpelling", STRING, ADDRESS)
                    .invokeExact(allocator, diagnostic);
        throw new GeneratorException(text(text));
      }
    }
  }

  /** What stands directly inside a cursor, in order. */
  List<MemorySegment> children(MemorySegment cursor) {
    List<MemorySegment> children = new ArrayList<>();
    visited.addLast(children);
    try {
      int _ = (int) visitChildren.invokeExact(cursor, visitor, MemorySegment.NULL);
    } catch (Throwable e) {
      throw unexpected(e);
    }
    visited.removeLast();
    return children;
  }

  /** Called by libclang. */
  @SuppressWarnings({"UnusedMethod", "UnusedVariable"})
  private int visit(MemorySegment cursor, MemorySegment parent, MemorySegment data) {
    MemorySegment copy = allocator.allocate(CURSOR);
    copy.copyFrom(cursor);
    visited.getLast().add(copy);
    return CONTINUE;
  }

  /** The kind of a cursor or of a type, which both begin with it. */
  static int kind(MemorySegment cursorOrType) {
    return cursorOrType.get(JAVA_INT, 0);
  }

  String nameOf(MemorySegment cursor) {
    return text(structure(cursorSpelling, cursor));
  }

  String spellingOfType(MemorySegment type) {
    return text(structure(typeSpelling, type));
  }

  /** The type of a cursor with all typedefs looked through. */
  MemorySegment typeOf(MemorySegment cursor) {
    return canonical(structure(cursorType, cursor));
  }

  MemorySegment declarationOf(MemorySegment type) {
    return structure(declarationOfType, type);
  }

  MemorySegment resultOf(MemorySegment type) {
    return canonical(structure(resultType, type));
  }

  int argumentCount(MemorySegment type) {
    return Math.toIntExact(number(argumentCount, type));
  }

  MemorySegment argumentType(MemorySegment type, int index) {
    return canonical(structure(argumentType, type, index));
  }

  String argumentName(MemorySegment function, int index) {
    return nameOf(structure(argument, function, index));
  }

  MemorySegment elementType(MemorySegment type) {
    return canonical(structure(elementType, type));
  }

  long elementCount(MemorySegment type) {
    return number(elementCount, type);
  }

  long sizeOf(MemorySegment type) {
    return number(sizeOf, type);
  }

  long alignmentOf(MemorySegment type) {
    return number(alignOf, type);
  }

  /** The offset of a field in bytes. */
  long offsetOf(MemorySegment field) {
    return number(offsetOfField, field) / 8;
  }

  int valueOf(MemorySegment constant) {
    return (int) number(enumValue, constant);
  }

  @Override
  public void close() {
    arena.close();
  }

  private MemorySegment canonical(MemorySegment type) {
    return structure(canonicalType, type);
  }

  @SuppressWarnings("restricted")
  private String text(MemorySegment string) {
    try {
      MemorySegment address = (MemorySegment) characters.invokeExact(string);
      return address.address() == 0 ? "" : address.reinterpret(Long.MAX_VALUE).getString(0);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  private MemorySegment structure(MethodHandle function, MemorySegment of) {
    try {
      return (MemorySegment) function.invokeExact(allocator, of);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  private MemorySegment structure(MethodHandle function, MemorySegment of, int index) {
    try {
      return (MemorySegment) function.invokeExact(allocator, of, index);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  private static long number(MethodHandle function, MemorySegment of) {
    try {
      return (long) function.invoke(of);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  @SuppressWarnings("restricted")
  private MethodHandle link(String name, MemoryLayout result, MemoryLayout... arguments) {
    MemorySegment symbol =
        library.find(name).orElseThrow(() -> new GeneratorException("libclang has no " + name));
    return Linker.nativeLinker().downcallHandle(symbol, FunctionDescriptor.of(result, arguments));
  }

  @SuppressWarnings("restricted")
  private MemorySegment visitorStub() {
    MethodType type =
        MethodType.methodType(
            int.class, MemorySegment.class, MemorySegment.class, MemorySegment.class);
    try {
      MethodHandle visit = MethodHandles.lookup().findVirtual(Clang.class, "visit", type);
      return Linker.nativeLinker()
          .upcallStub(
              visit.bindTo(this), FunctionDescriptor.of(JAVA_INT, CURSOR, CURSOR, ADDRESS), arena);
    } catch (ReflectiveOperationException e) {
      throw unexpected(e);
    }
  }

  private static RuntimeException unexpected(Throwable thrown) {
    if (thrown instanceof Error error) {
      throw error;
    }
    return thrown instanceof RuntimeException known ? known : new IllegalStateException(thrown);
  }
}
