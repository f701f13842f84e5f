"builtin.module"() ({
  "t.f"() ({
  ^bb0(%arg0: index, %arg1: f32, %arg2: i32):
    "scf.parallel"(%arg0, %arg0, %arg0) <{operandSegmentSizes = array<i32: 1, 1, 1, 0>}> ({
    ^bb0(%arg13: index):
      "t.u"(%arg13) : (index) -> ()
      "scf.reduce"() : () -> ()
    }) : (index, index, index) -> ()
    "scf.parallel"(%arg0, %arg0, %arg0, %arg0, %arg0, %arg0) <{operandSegmentSizes = array<i32: 2, 2, 2, 0>}> ({
    ^bb0(%arg11: index, %arg12: index):
      "scf.reduce"() : () -> ()
    }) : (index, index, index, index, index, index) -> ()
    %0:2 = "scf.parallel"(%arg0, %arg0, %arg0, %arg1, %arg2) <{operandSegmentSizes = array<i32: 1, 1, 1, 2>}> ({
    ^bb0(%arg6: index):
      "scf.reduce"(%arg1, %arg2) ({
      ^bb0(%arg9: f32, %arg10: f32):
        %2 = "t.add"(%arg9, %arg10) : (f32, f32) -> f32
        "scf.reduce.return"(%2) : (f32) -> ()
      }, {
      ^bb0(%arg7: i32, %arg8: i32):
        "scf.reduce.return"(%arg7) {y} : (i32) -> ()
      }) {z} : (f32, i32) -> ()
    }) {tag} : (index, index, index, f32, i32) -> (f32, i32)
    %1 = "scf.parallel"(%arg0, %arg0, %arg0, %arg1) <{operandSegmentSizes = array<i32: 1, 1, 1, 1>}> ({
    ^bb0(%arg3: index):
      "scf.reduce"(%arg1) ({
      ^bb0(%arg4: f32, %arg5: f32):
        "scf.reduce.return"(%arg4) : (f32) -> ()
      }) : (f32) -> ()
    }) : (index, index, index, f32) -> f32
    "t.end"() : () -> ()
  }) : () -> ()
}) : () -> ()

