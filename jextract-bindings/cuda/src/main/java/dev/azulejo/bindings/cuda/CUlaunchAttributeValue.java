// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Generated from cuda.h by GeneratorMain: not to be edited.
package dev.azulejo.bindings.cuda;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.GroupLayout;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;

/** The layout of {@code CUlaunchAttributeValue}. */
@SuppressWarnings("MemberName") // Names are the library's.
public final class CUlaunchAttributeValue {
  /** Size, alignment and fields. */
  public static final GroupLayout LAYOUT =
      MemoryLayout.unionLayout(
              MemoryLayout.sequenceLayout(64, JAVA_BYTE).withName("pad"),
              CUaccessPolicyWindow.LAYOUT.withName("accessPolicyWindow"),
              JAVA_INT.withName("cooperative"),
              JAVA_INT.withName("syncPolicy"),
              CUlaunchAttributeValue_clusterDim.LAYOUT.withName("clusterDim"),
              JAVA_INT.withName("clusterSchedulingPolicyPreference"),
              JAVA_INT.withName("programmaticStreamSerializationAllowed"),
              CUlaunchAttributeValue_programmaticEvent.LAYOUT.withName("programmaticEvent"),
              CUlaunchAttributeValue_launchCompletionEvent.LAYOUT.withName("launchCompletionEvent"),
              JAVA_INT.withName("priority"),
              CUlaunchMemSyncDomainMap.LAYOUT.withName("memSyncDomainMap"),
              JAVA_INT.withName("memSyncDomain"),
              CUlaunchAttributeValue_preferredClusterDim.LAYOUT.withName("preferredClusterDim"),
              CUlaunchAttributeValue_deviceUpdatableKernelNode.LAYOUT.withName("deviceUpdatableKernelNode"),
              JAVA_INT.withName("sharedMemCarveout"),
              JAVA_INT.withName("nvlinkUtilCentricScheduling"))
          .withByteAlignment(8)
          .withName("CUlaunchAttributeValue");

  private CUlaunchAttributeValue() {}

  /** The field {@code pad}. */
  public static MemorySegment pad(MemorySegment at) {
    return at.asSlice(0, 64);
  }

  /** The field {@code accessPolicyWindow}. */
  public static MemorySegment accessPolicyWindow(MemorySegment at) {
    return at.asSlice(0, 32);
  }

  /** The field {@code cooperative}. */
  public static int cooperative(MemorySegment at) {
    return at.get(JAVA_INT, 0);
  }

  /** Sets the field {@code cooperative}. */
  public static void cooperative(MemorySegment at, int value) {
    at.set(JAVA_INT, 0, value);
  }

  /** The field {@code syncPolicy}. */
  public static int syncPolicy(MemorySegment at) {
    return at.get(JAVA_INT, 0);
  }

  /** Sets the field {@code syncPolicy}. */
  public static void syncPolicy(MemorySegment at, int value) {
    at.set(JAVA_INT, 0, value);
  }

  /** The field {@code clusterDim}. */
  public static MemorySegment clusterDim(MemorySegment at) {
    return at.asSlice(0, 12);
  }

  /** The field {@code clusterSchedulingPolicyPreference}. */
  public static int clusterSchedulingPolicyPreference(MemorySegment at) {
    return at.get(JAVA_INT, 0);
  }

  /** Sets the field {@code clusterSchedulingPolicyPreference}. */
  public static void clusterSchedulingPolicyPreference(MemorySegment at, int value) {
    at.set(JAVA_INT, 0, value);
  }

  /** The field {@code programmaticStreamSerializationAllowed}. */
  public static int programmaticStreamSerializationAllowed(MemorySegment at) {
    return at.get(JAVA_INT, 0);
  }

  /** Sets the field {@code programmaticStreamSerializationAllowed}. */
  public static void programmaticStreamSerializationAllowed(MemorySegment at, int value) {
    at.set(JAVA_INT, 0, value);
  }

  /** The field {@code programmaticEvent}. */
  public static MemorySegment programmaticEvent(MemorySegment at) {
    return at.asSlice(0, 16);
  }

  /** The field {@code launchCompletionEvent}. */
  public static MemorySegment launchCompletionEvent(MemorySegment at) {
    return at.asSlice(0, 16);
  }

  /** The field {@code priority}. */
  public static int priority(MemorySegment at) {
    return at.get(JAVA_INT, 0);
  }

  /** Sets the field {@code priority}. */
  public static void priority(MemorySegment at, int value) {
    at.set(JAVA_INT, 0, value);
  }

  /** The field {@code memSyncDomainMap}. */
  public static MemorySegment memSyncDomainMap(MemorySegment at) {
    return at.asSlice(0, 2);
  }

  /** The field {@code memSyncDomain}. */
  public static int memSyncDomain(MemorySegment at) {
    return at.get(JAVA_INT, 0);
  }

  /** Sets the field {@code memSyncDomain}. */
  public static void memSyncDomain(MemorySegment at, int value) {
    at.set(JAVA_INT, 0, value);
  }

  /** The field {@code preferredClusterDim}. */
  public static MemorySegment preferredClusterDim(MemorySegment at) {
    return at.asSlice(0, 12);
  }

  /** The field {@code deviceUpdatableKernelNode}. */
  public static MemorySegment deviceUpdatableKernelNode(MemorySegment at) {
    return at.asSlice(0, 16);
  }

  /** The field {@code sharedMemCarveout}. */
  public static int sharedMemCarveout(MemorySegment at) {
    return at.get(JAVA_INT, 0);
  }

  /** Sets the field {@code sharedMemCarveout}. */
  public static void sharedMemCarveout(MemorySegment at, int value) {
    at.set(JAVA_INT, 0, value);
  }

  /** The field {@code nvlinkUtilCentricScheduling}. */
  public static int nvlinkUtilCentricScheduling(MemorySegment at) {
    return at.get(JAVA_INT, 0);
  }

  /** Sets the field {@code nvlinkUtilCentricScheduling}. */
  public static void nvlinkUtilCentricScheduling(MemorySegment at, int value) {
    at.set(JAVA_INT, 0, value);
  }
}
