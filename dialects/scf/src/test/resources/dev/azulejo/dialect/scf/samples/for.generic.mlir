"builtin.module"() ({
  "t.f"() ({
  ^bb0(%arg0: index, %arg1: index, %arg2: index, %arg3: f32, %arg4: i32):
    "scf.for"(%arg0, %arg1, %arg2) ({
    ^bb0(%arg16: index):
      "t.u"(%arg16) : (index) -> ()
      "scf.yield"() : () -> ()
    }) : (index, index, index) -> ()
    "scf.for"(%arg0, %arg1, %arg2) ({
    ^bb0(%arg15: index):
      "scf.yield"() : () -> ()
    }) : (index, index, index) -> ()
    %0 = "scf.for"(%arg0, %arg1, %arg2, %arg3) ({
    ^bb0(%arg13: index, %arg14: f32):
      %3 = "t.add"(%arg14, %arg3) : (f32, f32) -> f32
      "scf.yield"(%3) : (f32) -> ()
    }) : (index, index, index, f32) -> f32
    %1:2 = "scf.for"(%arg4, %arg4, %arg4, %0, %arg4) ({
    ^bb0(%arg10: i32, %arg11: f32, %arg12: i32):
      "scf.yield"(%arg11, %arg10) : (f32, i32) -> ()
    }) : (i32, i32, i32, f32, i32) -> (f32, i32)
    "scf.for"(%arg4, %arg4, %arg4) <{unsignedCmp}> ({
    ^bb0(%arg9: i32):
      "scf.yield"() : () -> ()
    }) {tag = 1 : i8} : (i32, i32, i32) -> ()
    "scf.for"(%arg0, %arg1, %arg2) ({
    ^bb0(%arg5: index):
      "scf.for"(%arg5, %arg1, %arg2) ({
      ^bb0(%arg7: index):
        "scf.for"(%arg5, %arg7, %arg2) ({
        ^bb0(%arg8: index):
          "scf.yield"() : () -> ()
        }) : (index, index, index) -> ()
        "scf.yield"() : () -> ()
      }) : (index, index, index) -> ()
      %2 = "t.d"() : () -> index
      "scf.for"(%2, %arg1, %arg2) ({
      ^bb0(%arg6: index):
        "t.u"(%arg6) : (index) -> ()
        "scf.yield"() : () -> ()
      }) {a.b, c.d = "x"} : (index, index, index) -> ()
      "scf.yield"() : () -> ()
    }) : (index, index, index) -> ()
    "t.end"() : () -> ()
  }) : () -> ()
}) : () -> ()

