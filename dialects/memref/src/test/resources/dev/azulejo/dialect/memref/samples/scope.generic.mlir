"builtin.module"() ({
  "t.f"() ({
  ^bb0(%arg0: index, %arg1: memref<4xf32>):
    "memref.alloca_scope"() ({
      "memref.alloca_scope.return"() : () -> ()
    }) : () -> ()
    %0 = "memref.alloca_scope"() ({
      %4 = "memref.load"(%arg1, %arg0) : (memref<4xf32>, index) -> f32
      "memref.alloca_scope.return"(%4) : (f32) -> ()
    }) {a = 1 : i32} : () -> f32
    %1:2 = "memref.alloca_scope"() ({
      %2 = "memref.alloca"(%arg0) <{operandSegmentSizes = array<i32: 1, 0>}> : (index) -> memref<?xf32>
      %3 = "memref.load"(%2, %arg0) : (memref<?xf32>, index) -> f32
      "memref.alloca_scope.return"(%3, %3) : (f32, f32) -> ()
    }) : () -> (f32, f32)
    "t.end"() : () -> ()
  }) : () -> ()
}) : () -> ()

