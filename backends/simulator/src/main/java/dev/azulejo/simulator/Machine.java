// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator;

import dev.azulejo.dialect.memref.GlobalOp;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.diag.CompilerBug;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.Location;
import dev.azulejo.simulator.agent.Agent;
import dev.azulejo.simulator.memory.AsyncCopies;
import dev.azulejo.simulator.memory.BankUse;
import dev.azulejo.simulator.memory.Buffer;
import dev.azulejo.simulator.run.SimulationFailure;
import dev.azulejo.simulator.run.Steps;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The state of a run that no value holds: copies under way, choices to come, limits. */
final class Machine {
  private static final int MAX_CALLS = 200;

  /** Elements of a tile go by much faster than iterations of a loop. */
  private static final long ELEMENTS_PER_STEP = 32;

  private final SplittableRandom random;
  private final Steps steps;
  private final Progress progress;
  private AsyncCopies copies;
  private final Map<GlobalOp, Buffer> globals;
  private final Map<Operation, Long> executions = new HashMap<>();
  private final BankTally banks;
  private final @Nullable Agent agent;
  private long threads = 1;
  private boolean inBlock;
  private int calls;
  private long[] resultScalars = new long[0];
  private @Nullable Object[] resultObjects = new Object[0];

  Machine(SimulatorOptions options, Progress progress) {
    this.random = new SplittableRandom(options.seed());
    this.steps = new Steps(options.maxSteps(), progress::steps);
    this.progress = progress;
    this.copies = new AsyncCopies(random.nextLong());
    this.globals = new HashMap<>();
    this.banks = new BankTally();
    this.agent = null;
  }

  private Machine(Machine whole, Agent agent) {
    this.random = whole.random;
    this.steps = whole.steps;
    this.progress = whole.progress;
    this.copies = new AsyncCopies(random.nextLong());
    this.globals = whole.globals;
    this.banks = whole.banks;
    this.agent = agent;
    this.threads = agent.threads();
    this.inBlock = true;
  }

  /** The same machine as an agent of a block has it: with copies and counts of its own. */
  Machine of(Agent other) {
    return new Machine(this, other);
  }

  /** The agent that runs, or null where blocks run one after the other and alone. */
  @Nullable Agent agent() {
    return agent;
  }

  /** The agent that runs, for an operation that only launches have. */
  Agent agent(Operation op) {
    if (agent == null) {
      throw new SimulationFailure(
          Diagnostic.error(op.location(), "'%s' must stand in the body of a launch", op.name()));
    }
    return agent;
  }

  CompilerBug bug(String message) {
    return new CompilerBug("simulator: " + message);
  }

  SplittableRandom random() {
    return random;
  }

  /** The count of its steps. */
  Steps steps() {
    return steps;
  }

  /** Counts what a launch did to the banks of shared memory. */
  void countBanks(List<BankUse> uses) {
    uses.forEach(banks::add);
  }

  /** How instructions have used the banks of shared memory. */
  List<BankUse> bankUse() {
    return banks.uses();
  }

  Progress progress() {
    return progress;
  }

  /** The asynchronous copies of the block that runs. */
  AsyncCopies copies() {
    return copies;
  }

  /** The global buffer that an operation defines; made when it is first asked for. */
  Buffer global(GlobalOp op, Function<GlobalOp, Buffer> definition) {
    return globals.computeIfAbsent(op, definition);
  }

  /** How many threads the running block has. */
  long threads() {
    return threads;
  }

  void setThreads(long count) {
    threads = count;
  }

  /** How often the running block has executed an operation before; counts this time too. */
  long countExecution(Operation op) {
    return executions.merge(op, 1L, Long::sum) - 1;
  }

  /** Is a block running? */
  boolean isInBlock() {
    return inBlock;
  }

  /** Begins a block: it has copies and counts of its own. */
  void beginBlock() {
    inBlock = true;
    executions.clear();
    copies = new AsyncCopies(random.nextLong());
  }

  /** Ends a block. What is still under way is lost to it, and arrives. */
  void endBlock() {
    copies.commit();
    copies.waitFor(0);
    inBlock = false;
  }

  /** Counts a step, so that a program that never ends is found out. */
  void step(Location place) {
    steps.add(1, place);
  }

  /** Counts the steps of an operation on so many elements, before it is carried out. */
  void work(Location place, long elements) {
    steps.add(elements / ELEMENTS_PER_STEP + 1, place);
  }

  void enter(Location place) {
    step(place);
    if (++calls > MAX_CALLS) {
      throw new SimulationFailure(
          Diagnostic.error(place, "calls are nested more than %d deep", MAX_CALLS));
    }
  }

  void leave() {
    calls--;
  }

  void returned(Frame frame, int[] values) {
    resultScalars = new long[values.length];
    resultObjects = new Object[values.length];
    for (int i = 0; i < values.length; i++) {
      resultScalars[i] = frame.scalar(values[i]);
      resultObjects[i] = frame.object(values[i]);
    }
  }

  void takeResults(Frame frame, int[] to) {
    for (int i = 0; i < to.length; i++) {
      frame.setScalar(to[i], resultScalars[i]);
      frame.setObject(to[i], resultObjects[i]);
    }
  }

  long resultScalar(int index) {
    return resultScalars[index];
  }

  @Nullable Object resultObject(int index) {
    return resultObjects[index];
  }
}
