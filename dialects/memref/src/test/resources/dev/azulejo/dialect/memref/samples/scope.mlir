module {
  "t.f"() ({
  ^bb0(%arg0: index, %arg1: memref<4xf32>):
    memref.alloca_scope  {
    }
    %0 = memref.alloca_scope  -> (f32) {
      %2 = memref.load %arg1[%arg0] : memref<4xf32>
      memref.alloca_scope.return %2 : f32
    } {a = 1 : i32}
    %1:2 = memref.alloca_scope  -> (f32, f32) {
      %alloca = memref.alloca(%arg0) : memref<?xf32>
      %2 = memref.load %alloca[%arg0] : memref<?xf32>
      memref.alloca_scope.return %2, %2 : f32, f32
    }
    "t.end"() : () -> ()
  }) : () -> ()
}

