// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator;

import dev.azulejo.dialect.tile.Im2colOp;
import dev.azulejo.simulator.agent.Agent;
import dev.azulejo.simulator.agent.PhaseBarriers;
import dev.azulejo.simulator.memory.Box;
import dev.azulejo.simulator.memory.BoxAccess;
import dev.azulejo.simulator.memory.Buffer;
import dev.azulejo.simulator.memory.Clock;
import java.util.List;

/** The code of tiles of images: each element from its formula, at once, later or by a barrier. */
final class Im2colDecoder {
  private final Im2colOp op;
  private final int source;
  private final int row;
  private final int step;
  private final BoxCode target;
  private final long rows;
  private final long columns;
  private final Touch touch;

  private Im2colDecoder(Im2colOp op) {
    this.op = op;
    source = Decoder.slot(op.source());
    row = Decoder.slot(op.row());
    step = Decoder.slot(op.step());
    target = new BoxCode(op.targetRegion());
    List<Long> sizes = op.targetRegion().sizes();
    rows = sizes.get(sizes.size() - 2);
    columns = sizes.getLast();
    touch = new Touch(op.location());
  }

  static Code decode(Im2colOp op) {
    var decoded = new Im2colDecoder(op);
    if (op.array().isPresent() && op.index().isPresent()) {
      var slot = new BarrierSlot(op.array().get(), op.index().get(), op.location());
      return frame -> decoded.bring(frame, slot);
    }
    return op.asynchronous() ? decoded::begin : decoded::copy;
  }

  private void copy(Frame frame) {
    Machine machine = frame.machine();
    machine.copies().progress();
    Buffer images = images(frame);
    Box to = target.in(frame);
    touch.write(machine, to, Touch.Edge.REFUSED);
    move(images, frame.scalar(row), frame.scalar(step), to);
  }

  private void begin(Frame frame) {
    Machine machine = frame.machine();
    machine.copies().progress();
    Buffer images = images(frame);
    Box to = target.in(frame);
    touch.enter(machine, to, Touch.Edge.REFUSED, "writes");
    touch.writeRace(machine, to);
    Agent agent = machine.agent();
    if (agent != null) {
      agent.queues().beginCopy(to, touch.place());
    }
    long tile = frame.scalar(row);
    long column = frame.scalar(step);
    machine
        .copies()
        .begin(Box.whole(images), to, touch.place(), () -> move(images, tile, column, to));
  }

  private void bring(Frame frame, BarrierSlot slot) {
    Agent agent = frame.machine().agent(op);
    frame.machine().copies().progress();
    Buffer images = images(frame);
    Box to = target.in(frame);
    touch.enter(frame.machine(), to, Touch.Edge.REFUSED, "writes");
    PhaseBarriers barriers = slot.barriers(frame);
    int index = slot.index(frame);
    long tile = frame.scalar(row);
    long column = frame.scalar(step);
    BoxAccess access = agent.queues().beginBox(to, touch.place());
    Clock told = agent.release();
    agent
        .team()
        .land(() -> {
          move(images, tile, column, to);
          barriers.deliver(index, op.bytes(), told, access);
        });
    agent.mayPause();
  }

  private Buffer images(Frame frame) {
    Buffer images = frame.buffer(source);
    touch.readRace(frame.machine(), Box.whole(images));
    return images;
  }

  private void move(Buffer images, long tile, long column, Box to) {
    var image = new Image(op, images);
    Rows lines = new Rows(to);
    for (long i = 0; lines.next(); i++) {
      for (int j = 0; j < lines.length(); j++) {
        int place = image.place(tile * rows + i, column * columns + j);
        if (place >= 0 && !images.isWritten(place)) {
          throw touch.neverWritten(images, place);
        }
        to.buffer().setBits(lines.place() + j, place < 0 ? 0 : images.bits(place));
      }
    }
  }

  /** Images as the matrix that a convolution multiplies. */
  private static final class Image {
    private final Buffer images;
    private final long height;
    private final long width;
    private final long channels;
    private final long kernel;
    private final long stride;
    private final long dilation;
    private final long padding;

    Image(Im2colOp op, Buffer images) {
      this.images = images;
      height = op.resultSize(images.shape(1));
      width = op.resultSize(images.shape(2));
      channels = images.shape(3);
      kernel = op.kernel().longValue();
      stride = op.stride().longValue();
      dilation = op.dilation().longValue();
      padding = op.padding().longValue();
    }

    /** Where an element of the matrix lies; -1 where it is zero. */
    int place(long m, long k) {
      if (m < 0 || k < 0 || height <= 0 || width <= 0 || k >= kernel * kernel * channels) {
        return -1;
      }
      long tap = k / channels;
      return images.place(
          new long[] {
            m / (height * width),
            m / width % height * stride - padding + tap / kernel * dilation,
            m % width * stride - padding + tap % kernel * dilation,
            k % channels
          });
    }
  }
}
