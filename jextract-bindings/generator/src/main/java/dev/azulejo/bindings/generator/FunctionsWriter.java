// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.bindings.generator;

import dev.azulejo.bindings.generator.Declaration.Function;
import dev.azulejo.bindings.generator.Declaration.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Writes functions as methods of one class over a symbol lookup, so that tests can hand in a
 * library of their own. A function's handle is linked at its first call: what an older library
 * lacks fails only where it is used. All restricted methods of the platform are called here and
 * nowhere above, so native access is granted to the bindings alone.
 */
final class FunctionsWriter {
  private static final List<String> IMPORTS =
      List.of(
          "java.lang.foreign.Arena",
          "java.lang.foreign.FunctionDescriptor",
          "java.lang.foreign.Linker",
          "java.lang.foreign.MemoryLayout",
          "java.lang.foreign.MemorySegment",
          "java.lang.foreign.SymbolLookup",
          "java.lang.invoke.MethodHandle",
          "org.jspecify.annotations.Nullable");

  private static final String STATICS =
      """

        /**
         * Loads a library for as long as the process lives.
         *
         * @param name the name of its file, which the system's loader searches
         * @throws IllegalArgumentException if there is none
         */
        @SuppressWarnings("restricted")
        public static CLASS open(String name) {
          return new CLASS(SymbolLookup.libraryLookup(name, Arena.global()));
        }

        /** The memory that the library says is at an address. */
        @SuppressWarnings("restricted")
        public static MemorySegment view(MemorySegment address, long bytes) {
          return address.reinterpret(bytes);
        }

        /** The NUL-terminated text that the library says is at an address. */
        @SuppressWarnings("restricted")
        public static String string(MemorySegment address) {
          return address.reinterpret(Long.MAX_VALUE).getString(0);
        }
      """;

  private static final String SYMBOL =
      """

        private static RuntimeException unexpected(Throwable thrown) {
          if (thrown instanceof Error error) {
            throw error;
          }
          return thrown instanceof RuntimeException known ? known : new IllegalStateException(thrown);
        }

        /** A function that may not have been linked yet; threads may link it twice, harmlessly. */
        private final class Symbol {
          private final String name;
          private final MemoryLayout result;
          private final MemoryLayout[] parameters;
          private @Nullable MethodHandle handle;

          Symbol(String name, MemoryLayout result, MemoryLayout... parameters) {
            this.name = name;
            this.result = result;
            this.parameters = parameters;
          }

          MethodHandle handle() {
            MethodHandle linked = handle;
            if (linked == null) {
              linked = link();
              handle = linked;
            }
            return linked;
          }

          @SuppressWarnings("restricted")
          private MethodHandle link() {
            MemorySegment address =
                library
                    .find(name)
                    .orElseThrow(() -> new UnsatisfiedLinkError("the library has no " + name));
            return Linker.nativeLinker()
                .downcallHandle(address, FunctionDescriptor.of(result, parameters));
          }
        }
      }
      """;

  private FunctionsWriter() {}

  static String write(JavaText text, String className, List<Function> functions) {
    TreeSet<String> statics = new TreeSet<>();
    for (Function function : functions) {
      for (String layout : layouts(function)) {
        statics.add("java.lang.foreign.ValueLayout." + layout);
      }
    }
    text.imports(statics, IMPORTS);
    text.line(0, "/** Functions of a library, each linked when it is first called. */");
    text.line(0, "@SuppressWarnings(\"MemberName\") // Names are the library's.");
    text.line(0, "public final class " + className + " {");
    for (Function function : functions) {
      List<String> arguments = new ArrayList<>(List.of('"' + function.name() + '"'));
      arguments.addAll(layouts(function));
      text.line(2, "private final Symbol " + function.name() + " =");
      text.call(6, "new Symbol", arguments, ";");
    }
    text.line(0, "");
    text.line(2, "private final SymbolLookup library;");
    text.line(0, "");
    text.line(2, "/** Functions of the library that {@code library} finds symbols in. */");
    text.line(2, "public " + className + "(SymbolLookup library) {");
    text.line(4, "this.library = library;");
    text.line(2, "}");
    text.lines(STATICS.replace("CLASS", className));
    for (Function function : functions) {
      method(text, function);
    }
    text.lines(SYMBOL);
    return text.toString();
  }

  /** The layouts of result and parameters. */
  private static List<String> layouts(Function function) {
    List<String> layouts = new ArrayList<>();
    layouts.add(function.result().layout());
    for (Parameter parameter : function.parameters()) {
      layouts.add(parameter.carrier().layout());
    }
    return layouts;
  }

  private static void method(JavaText text, Function function) {
    List<String> parameters = new ArrayList<>();
    List<String> arguments = new ArrayList<>();
    for (Parameter parameter : function.parameters()) {
      String name = JavaText.identifier(parameter.name());
      parameters.add(parameter.carrier().java() + " " + name);
      arguments.add(name);
    }
    String result = function.result().java();
    text.line(0, "");
    text.line(2, "/** Calls {@code " + function.name() + "}. */");
    text.call(2, "public " + result + " " + function.name(), parameters, " {");
    text.line(4, "try {");
    String handle = "return (" + result + ") this." + function.name() + ".handle().invokeExact";
    text.call(6, handle, arguments, ";");
    text.line(4, "} catch (Throwable e) {");
    text.line(6, "throw unexpected(e);");
    text.line(4, "}");
    text.line(2, "}");
  }
}
