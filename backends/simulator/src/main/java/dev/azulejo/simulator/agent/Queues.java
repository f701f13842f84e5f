// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.agent;

import dev.azulejo.ir.diag.Location;
import dev.azulejo.simulator.memory.Box;
import dev.azulejo.simulator.memory.BoxAccess;
import dev.azulejo.simulator.memory.Buffer;
import dev.azulejo.simulator.memory.Clock;
import dev.azulejo.simulator.memory.History;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * What goes on behind the operations of an agent: asynchronous products, which end in their order
 * and as late as the waits for them allow, asynchronous copies, boxes that are brought and boxes
 * that are taken away.
 */
public final class Queues {
  private final Agent agent;
  private final int products;
  private final int copies;
  private final Deque<Runnable> productsUnderWay = new ArrayDeque<>();
  private final List<Store> storesUnderWay = new ArrayList<>();
  private long productsBegun;
  private long copiesBegun;

  private record Store(BoxAccess access, Buffer staging, Landing landing) {}

  Queues(Agent agent) {
    this.agent = agent;
    this.products = agent.team().newComponent();
    this.copies = agent.team().newComponent();
  }

  /**
   * Begins a product.
   *
   * @param reads what is read until it ends
   * @param sum what it is added to
   * @param work what is done at its end
   */
  public void beginProduct(List<Box> reads, Box sum, Location place, Runnable work) {
    productsBegun++;
    for (Box read : reads) {
      add(BoxAccess.Kind.PRODUCT, read, false, place, products, productsBegun);
    }
    add(BoxAccess.Kind.SUM, sum, true, place, products, productsBegun);
    productsUnderWay.add(work);
  }

  /** Waits until at most so many of the latest products are under way. */
  public void awaitProducts(long pending) {
    while (productsUnderWay.size() > pending) {
      productsUnderWay.remove().run();
    }
    agent.clock().hear(products, productsBegun - productsUnderWay.size());
  }

  /** Begins an asynchronous copy of threads to a piece of a buffer. */
  public void beginCopy(Box target, Location place) {
    copiesBegun++;
    add(BoxAccess.Kind.COPY, target, true, place, copies, copiesBegun);
  }

  /** A wait has covered so many of the copies that were begun. */
  public void copiesAreOver(long count) {
    agent.clock().hear(copies, count);
  }

  /** What is told once all copies so far are over. */
  public Clock releaseWithCopies() {
    Clock told = agent.release();
    told.hear(copies, copiesBegun);
    return told;
  }

  /** Begins to bring a box to a piece of a buffer. */
  public BoxAccess beginBox(Box target, Location place) {
    BoxAccess access = BoxAccess.underWay(BoxAccess.Kind.BOX, agent.name(), target, true, place);
    add(access, target);
    return access;
  }

  /** Waits for the stores through a buffer, so that it may be written again. */
  public void awaitStores(Buffer staging) {
    storesUnderWay.removeIf(store -> {
      boolean isThrough = store.staging().sharesMemoryWith(staging);
      if (isThrough) {
        end(store);
      }
      return isThrough;
    });
  }

  private void end(Store store) {
    store.landing().land();
    agent.end(store.access());
  }

  /** Begins to take boxes away, through a buffer that has been filled for it. */
  public void beginStore(Box staging, Location place, Runnable work) {
    BoxAccess access =
        BoxAccess.underWay(BoxAccess.Kind.STORE, agent.name(), staging, false, place);
    add(access, staging);
    storesUnderWay.add(new Store(access, staging.buffer(), agent.team().land(work)));
  }

  /** The agent ends, and waits for what goes on. */
  void finish() {
    awaitProducts(0);
    storesUnderWay.forEach(this::end);
    storesUnderWay.clear();
  }

  private void add(
      BoxAccess.Kind kind, Box box, boolean write, Location place, int component, long time) {
    add(BoxAccess.of(kind, agent.name(), box, write, place, component, time), box);
  }

  private void add(BoxAccess access, Box box) {
    History history = box.buffer().history();
    if (history == null) {
      history = agent.block().history(false);
      box.buffer().watch(history);
    }
    history.add(access, agent.clock());
  }
}
