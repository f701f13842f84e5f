// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.tools.run;

/**
 * The text of a matrix product {@code C = A B'} on the tile rung and of plain loops that compute
 * the same.
 *
 * @param m the rows of A and C
 * @param n the rows of B and columns of C
 * @param k the columns of A and B
 * @param blockM the rows of a tile of C
 * @param blockN its columns
 * @param blockK how much of K a step takes
 * @param stages how many stages the loop asks for
 * @param type the type of A and B
 * @param result the type of C
 */
record GemmText(
    int m,
    int n,
    int k,
    int blockM,
    int blockN,
    int blockK,
    int stages,
    String type,
    String result) {

  /** A product whose tiles don't divide it. */
  static GemmText small() {
    return new GemmText(20, 24, 28, 16, 16, 8, 3, "f16", "f16");
  }

  /** The same with other stages. */
  GemmText withStages(int count) {
    return new GemmText(m, n, k, blockM, blockN, blockK, count, type, result);
  }

  /** The same with other types. */
  GemmText withTypes(String operands, String product) {
    return new GemmText(m, n, k, blockM, blockN, blockK, stages, operands, product);
  }

  /** The same with other sizes. */
  GemmText withSizes(int rows, int columns, int depth) {
    return new GemmText(rows, columns, depth, blockM, blockN, blockK, stages, type, result);
  }

  /** The whole file. */
  String text() {
    return kernel() + reference();
  }

  private String fill(String template) {
    String sum = type.startsWith("i") ? "i32" : "f32";
    String wide = type.startsWith("i") ? "i32" : "f64";
    return template
        .replace("STEPS", String.valueOf(Math.ceilDiv(k, blockK)))
        .replace("STAGES", String.valueOf(stages))
        .replace("TA", "memref<" + m + "x" + k + "x" + type + ">")
        .replace("TB", "memref<" + n + "x" + k + "x" + type + ">")
        .replace("TC", "memref<" + m + "x" + n + "x" + result + ">")
        .replace("SA", "memref<" + blockM + "x" + blockK + "x" + type + ", \"shared\">")
        .replace("SB", "memref<" + blockN + "x" + blockK + "x" + type + ", \"shared\">")
        .replace("FC", "memref<" + blockM + "x" + blockN + "x" + sum + ", \"fragment\">")
        .replace("BM", String.valueOf(blockM))
        .replace("BN", String.valueOf(blockN))
        .replace("BK", String.valueOf(blockK))
        .replace("GX", String.valueOf(Math.ceilDiv(n, blockN)))
        .replace("GY", String.valueOf(Math.ceilDiv(m, blockM)))
        .replace("SUM", sum)
        .replace("WIDE", wide)
        .replace("ZERO", sum.equals("i32") ? "0" : "0.0")
        .replace("MUL", sum.equals("i32") ? "arith.muli" : "arith.mulf")
        .replace("ADD", sum.equals("i32") ? "arith.addi" : "arith.addf")
        .replace("EXTEND", sum.equals("i32") ? "arith.extsi" : "arith.extf")
        .replace("ROUNDED", rounded(wide));
  }

  private String rounded(String wide) {
    return wide.equals(result)
        ? "memref.store %sum, %C[%i, %j] : TC"
            .replace("TC", "memref<" + m + "x" + n + "x" + result + ">")
        : "%%r = %s %%sum : %s to %s\n      memref.store %%r, %%C[%%i, %%j] : memref<%dx%dx%s>"
            .formatted(
                wide.equals("i32") ? "arith.trunci" : "arith.truncf", wide, result, m, n, result);
  }

  private String kernel() {
    return fill(
        """
        func.func @gemm(%A: TA {tile.data = "Z(-2,2)"}, %B: TB {tile.data = "Z(-2,2)"}, %C: TC)
            attributes {tile.reference = @gemm_reference, tile.target = "sm_80"} {
          %zero = arith.constant ZERO : SUM
          %bm = arith.constant BM : index
          %bn = arith.constant BN : index
          %bk = arith.constant BK : index
          tile.launch grid(%x = GX, %y = GY) threads(128) {
            %As = tile.alloc : SA
            %Bs = tile.alloc : SB
            %acc = tile.alloc : FC
            %row = arith.muli %y, %bm : index
            %column = arith.muli %x, %bn : index
            tile.fill %acc, %zero : FC
            pipeline.for %k = 0 to STEPS stages(STAGES) {
              %kk = arith.muli %k, %bk : index
              tile.copy %A[%row, %kk] -> %As : TA to SA
              tile.copy %B[%column, %kk] -> %Bs : TB to SB
              tile.gemm %As, %Bs, %acc {transpose_b} : SA, SB, FC
            }
            tile.copy %acc -> %C[%row, %column] : FC to TC
          }
          return
        }
        """);
  }

  private String reference() {
    return fill(
        """
        func.func private @gemm_reference(%A: TA, %B: TB, %C: TC) {
          %c0 = arith.constant 0 : index
          %c1 = arith.constant 1 : index
          %m = arith.constant SIZEM : index
          %n = arith.constant SIZEN : index
          %k = arith.constant SIZEK : index
          %zero = arith.constant ZERO : WIDE
          scf.for %i = %c0 to %m step %c1 {
            scf.for %j = %c0 to %n step %c1 {
              %sum = scf.for %p = %c0 to %k step %c1 iter_args(%s = %zero) -> (WIDE) {
                %a = memref.load %A[%i, %p] : TA
                %b = memref.load %B[%j, %p] : TB
                %u = EXTEND %a : TYPE to WIDE
                %v = EXTEND %b : TYPE to WIDE
                %uv = MUL %u, %v : WIDE
                %t = ADD %s, %uv : WIDE
                scf.yield %t : WIDE
              }
              ROUNDED
            }
          }
          return
        }
        """
            .replace("SIZEM", String.valueOf(m))
            .replace("SIZEN", String.valueOf(n))
            .replace("SIZEK", String.valueOf(k))
            .replace("TYPE", type));
  }
}
