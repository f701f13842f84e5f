// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.cuda.runtime.fake;

import dev.azulejo.bindings.cuda.CUresult;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A driver in Java: a lookup whose symbols are upcall stubs into {@link FakeFunctions}. It records
 * calls, fails on demand and lacks what it is told to lack. Device memory is memory of the host, so
 * that what is copied in can be copied out; kernels are Java code that tests hand in.
 */
public final class FakeDriver implements SymbolLookup {
  private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

  private final Arena arena = Arena.ofAuto();
  private final Map<String, MemorySegment> stubs = new ConcurrentHashMap<>();
  private final Map<String, Integer> failures = new HashMap<>();
  private final List<String> missing = new ArrayList<>();
  private final List<String> calls = Collections.synchronizedList(new ArrayList<>());
  private final List<Throwable> thrown = Collections.synchronizedList(new ArrayList<>());
  private final FakeFunctions functions = new FakeFunctions(arena);

  /** What a call does to the driver. */
  public FakeFunctions device() {
    return functions;
  }

  /** From now on a function does nothing but report this. */
  public FakeDriver fail(String function, int status) {
    failures.put(function, status);
    return this;
  }

  /** Functions work again. */
  public void recover() {
    failures.clear();
  }

  /** The library does not have a function, as an older one would. */
  public FakeDriver without(String function) {
    missing.add(function);
    return this;
  }

  /** The functions that were called, in order, and nothing of them any more. */
  public List<String> takeCalls() {
    synchronized (calls) {
      List<String> taken = List.copyOf(calls);
      calls.clear();
      return taken;
    }
  }

  /** What went wrong in here; a stub that threw would end the process. */
  public List<Throwable> thrown() {
    return List.copyOf(thrown);
  }

  /** The functions that there are, by name. */
  public static Map<String, Method> all() {
    Map<String, Method> all = new TreeMap<>();
    for (Method method : FakeFunctions.class.getDeclaredMethods()) {
      if (method.getName().startsWith("cu")) {
        all.put(method.getName(), method);
      }
    }
    return all;
  }

  @Override
  public Optional<MemorySegment> find(String name) {
    Method method = all().get(name);
    if (method == null || missing.contains(name)) {
      return Optional.empty();
    }
    return Optional.of(stubs.computeIfAbsent(name, _ -> stub(method)));
  }

  @SuppressWarnings("restricted")
  private MemorySegment stub(Method method) {
    MethodType type = MethodType.methodType(int.class, method.getParameterTypes());
    MemoryLayout[] parameters = new MemoryLayout[type.parameterCount()];
    for (int i = 0; i < parameters.length; i++) {
      parameters[i] = layout(type.parameterType(i));
    }
    try {
      MethodHandle real = LOOKUP.unreflect(method).bindTo(functions);
      MethodHandle before = own("before", MethodType.methodType(boolean.class, String.class));
      MethodHandle status = own("failure", MethodType.methodType(int.class, String.class));
      MethodHandle failed = own("failed", MethodType.methodType(int.class, Throwable.class));
      MethodHandle guarded =
          MethodHandles.guardWithTest(
              before.bindTo(method.getName()),
              MethodHandles.dropArguments(
                  status.bindTo(method.getName()), 0, type.parameterArray()),
              MethodHandles.catchException(
                  real,
                  Throwable.class,
                  MethodHandles.dropArguments(failed, 1, type.parameterArray())));
      return Linker.nativeLinker()
          .upcallStub(guarded, FunctionDescriptor.of(ValueLayout.JAVA_INT, parameters), arena);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private MethodHandle own(String name, MethodType type) throws ReflectiveOperationException {
    return LOOKUP.findVirtual(FakeDriver.class, name, type).bindTo(this);
  }

  /** Notes a call; true if it shall fail. */
  @SuppressWarnings("UnusedMethod") // Found by name.
  private boolean before(String function) {
    calls.add(function);
    return failures.containsKey(function);
  }

  @SuppressWarnings("UnusedMethod") // Found by name.
  private int failure(String function) {
    return failures.get(function);
  }

  @SuppressWarnings("UnusedMethod") // Found by name.
  private int failed(Throwable e) {
    thrown.add(e);
    return CUresult.CUDA_ERROR_UNKNOWN;
  }

  private static MemoryLayout layout(Class<?> type) {
    if (type == int.class) {
      return ValueLayout.JAVA_INT;
    }
    if (type == long.class) {
      return ValueLayout.JAVA_LONG;
    }
    if (type == short.class) {
      return ValueLayout.JAVA_SHORT;
    }
    if (type == byte.class) {
      return ValueLayout.JAVA_BYTE;
    }
    throw new IllegalStateException("no layout for " + type);
  }
}
