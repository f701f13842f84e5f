// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator;

/**
 * Adds the product of an (m, k) and a (k, n) matrix to an (m, n) one, all row by row.
 *
 * @param m the rows of the left matrix and of the sums
 * @param n the columns of the right matrix and of the sums
 * @param k the columns of the left matrix and the rows of the right one
 */
record Multiplication(int m, int n, int k) {

  void add(double[] a, double[] b, double[] c) {
    for (int i = 0; i < m; i++) {
      int row = i * n;
      for (int p = 0; p < k; p++) {
        double factor = a[i * k + p];
        int other = p * n;
        for (int j = 0; j < n; j++) {
          c[row + j] += factor * b[other + j];
        }
      }
    }
  }

  void add(long[] a, long[] b, long[] c) {
    for (int i = 0; i < m; i++) {
      int row = i * n;
      for (int p = 0; p < k; p++) {
        long factor = a[i * k + p];
        int other = p * n;
        for (int j = 0; j < n; j++) {
          c[row + j] += factor * b[other + j];
        }
      }
    }
  }
}
