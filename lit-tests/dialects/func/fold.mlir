// RUN: tile-opt %s --pass-pipeline='builtin.module(func.func(canonicalize))' --allow-unregistered-dialect | filecheck %s

func.func private @g(i32)
func.func private @h(i32)

// Constants of one function are one.
// CHECK-LABEL: func.func @constants
// CHECK-DAG:     %[[G:.*]] = constant @g : (i32) -> ()
// CHECK-DAG:     %[[H:.*]] = constant @h : (i32) -> ()
// CHECK-NOT:     constant
// CHECK:         "t.use"(%[[G]], %[[G]], %[[H]])
func.func @constants() {
  %0 = constant @g : (i32) -> ()
  %1 = constant @g : (i32) -> ()
  %2 = constant @h : (i32) -> ()
  %unused = constant @h : (i32) -> ()
  "t.use"(%0, %1, %2) : ((i32) -> (), (i32) -> (), (i32) -> ()) -> ()
  return
}
