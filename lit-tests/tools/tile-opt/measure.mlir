// RUN: tile-opt %s --canonicalize --cse --mlir-timing -o %t 2>&1 | filecheck %s --check-prefix=TIME
// RUN: tile-opt %s --canonicalize --cse --mlir-pass-statistics -o %t 2>&1 | filecheck %s --check-prefix=COUNT

// TIME:      ... Execution time report ...
// TIME:        Total Execution Time: {{[0-9.]+}} seconds
// TIME:        ----Wall Time----  ----Name----
// TIME-NEXT: {{.*%\)}}  Parser
// TIME-NEXT: {{.*%\)}}  Canonicalize
// TIME-NEXT: {{.*%\)}}  Cse
// TIME-NEXT: {{.*%\)}}    (A) DominanceInfo
// TIME-NEXT: {{.*%\)}}  Output
// TIME-NEXT: {{.*%\)}}  Rest
// TIME-NEXT: (100.0%)  Total

// COUNT:      ... Pass statistics report ...
// COUNT:      Canonicalize
// COUNT:        (S) {{[0-9]+}} num-folded - Number of operations folded or made unique
// COUNT:      Cse
// COUNT-NEXT:   (S) 1 num-cse'd - Number of operations CSE'd
func.func @f(%a: i32) -> (i32, i32) {
  %0 = arith.muli %a, %a : i32
  %1 = arith.muli %a, %a : i32
  return %0, %1 : i32, i32
}
