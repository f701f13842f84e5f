// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx.keyword;

import java.util.List;

/** A register that the hardware sets. */
public final class SpecialRegister implements Keyword {
  private static final List<String> WORDS =
      List.of(
          "tid.x",
          "tid.y",
          "tid.z",
          "ntid.x",
          "ntid.y",
          "ntid.z",
          "ctaid.x",
          "ctaid.y",
          "ctaid.z",
          "nctaid.x",
          "nctaid.y",
          "nctaid.z",
          "clusterid.x",
          "clusterid.y",
          "clusterid.z",
          "nclusterid.x",
          "nclusterid.y",
          "nclusterid.z",
          "cluster_ctaid.x",
          "cluster_ctaid.y",
          "cluster_ctaid.z",
          "cluster_nctaid.x",
          "cluster_nctaid.y",
          "cluster_nctaid.z",
          "laneid",
          "warpid",
          "nwarpid",
          "smid",
          "nsmid",
          "cluster_ctarank",
          "cluster_nctarank",
          "lanemask_eq",
          "lanemask_le",
          "lanemask_lt",
          "lanemask_ge",
          "lanemask_gt",
          "dynamic_smem_size",
          "total_smem_size");

  @Override
  public List<String> words() {
    return WORDS;
  }
}
