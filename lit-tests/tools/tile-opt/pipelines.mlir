// The ways to say which passes run, and what is wrong with some.

// RUN: tile-opt %s --pass=cse,canonicalize{max-iterations=3} --dump-pass-pipeline 2>&1 | filecheck %s --check-prefixes=DUMP,IR
// RUN: tile-opt %s --pass=cse --pass=canonicalize{max-iterations=3} --dump-pass-pipeline 2>&1 | filecheck %s --check-prefixes=DUMP,IR
// RUN: tile-opt %s --cse -canonicalize='max-iterations=3' --dump-pass-pipeline 2>&1 | filecheck %s --check-prefixes=DUMP,IR
// RUN: tile-opt %s --pass-pipeline='builtin.module(cse,canonicalize{max-iterations=3})' --dump-pass-pipeline 2>&1 | filecheck %s --check-prefixes=DUMP,IR
// DUMP:      Pass Manager with 2 passes:
// DUMP-NEXT: builtin.module(
// DUMP-NEXT:   cse,
// DUMP-NEXT:   canonicalize{max-iterations=3 max-num-rewrites=-1 region-simplify=normal top-down=true}
// DUMP-NEXT: )

// Passes for functions find them.
// RUN: tile-opt %s --pass=pipeline-planning,inject-sw-pipeline,cse --dump-pass-pipeline 2>&1 | filecheck %s --check-prefix=ANCHOR
// ANCHOR:      builtin.module(
// ANCHOR-NEXT:   func.func(
// ANCHOR-NEXT:     pipeline-planning{use-async-copy=true},
// ANCHOR-NEXT:     inject-sw-pipeline,
// ANCHOR-NEXT:     verify-barriers{states=1000000}
// ANCHOR-NEXT:   ),
// ANCHOR-NEXT:   cse
// ANCHOR-NEXT: )

// A pipeline with a name stands for its passes.
// RUN: tile-opt %s --pass=cleanup | filecheck %s --check-prefix=IR
// RUN: tile-opt %s --pass-pipeline='builtin.module(func.func(cleanup))' | filecheck %s --check-prefix=IR

// RUN: not tile-opt %s --pass=cse,canonicalise 2>&1 | filecheck %s --check-prefix=MISSPELT
// MISSPELT:      <unknown>:0: error: MLIR Textual PassPipeline Parser:1:5: error: 'canonicalise' does not refer to a registered pass or pass pipeline; did you mean 'canonicalize'?
// MISSPELT-NEXT: {{^}}cse,canonicalise
// MISSPELT-NEXT: {{^}}    ^

// RUN: not tile-opt %s --canonicalize=max-iteration=3 2>&1 | filecheck %s --check-prefix=OPTION
// OPTION: <Pass-Options-Parser>: no such option max-iteration; did you mean 'max-iterations'?
// OPTION: failed to add `canonicalize` with options `max-iteration=3`

// RUN: not tile-opt %s --pass-pipeline='cse' 2>&1 | filecheck %s --check-prefix=WRAP
// WRAP: <unknown>:0: error: expected pass pipeline to be wrapped with the anchor operation type, e.g. 'builtin.module(...)'

// RUN: not tile-opt %s --pass-pipeline='func.func(cse)' 2>&1 | filecheck %s --check-prefix=ROOT
// ROOT: pipelines.mlir:0:0: error: can't run 'func.func' pass manager on 'builtin.module' op

// RUN: not tile-opt %s --pass-pipeline='builtin.module(pipeline-planning)' 2>&1 | filecheck %s --check-prefix=PLACE
// PLACE: error: 'builtin.module' op trying to schedule pass 'pipeline-planning' on an unsupported operation

// RUN: not tile-opt %s --cse --pass-pipeline='builtin.module(cse)' 2>&1 | filecheck %s --check-prefix=BOTH
// BOTH: <unknown>:0: error: '-pass-pipeline' option can't be used with individual pass options

// IR:      func.func @f(%[[A:.*]]: i32) -> i32 {
// IR-NEXT:   %[[M:.*]] = arith.muli %[[A]], %[[A]] : i32
// IR-NEXT:   %[[S:.*]] = arith.addi %[[M]], %[[M]] : i32
// IR-NEXT:   return %[[S]] : i32
func.func @f(%a: i32) -> i32 {
  %0 = arith.muli %a, %a : i32
  %1 = arith.muli %a, %a : i32
  %2 = arith.addi %0, %1 : i32
  return %2 : i32
}
