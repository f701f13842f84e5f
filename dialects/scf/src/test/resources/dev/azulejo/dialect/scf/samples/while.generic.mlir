"builtin.module"() ({
  "t.f"() ({
  ^bb0(%arg0: i32, %arg1: i1, %arg2: index):
    %0:2 = "scf.while"(%arg0, %arg2) ({
    ^bb0(%arg7: i32, %arg8: index):
      "scf.condition"(%arg1, %arg7, %arg8) : (i1, i32, index) -> ()
    }, {
    ^bb0(%arg5: i32, %arg6: index):
      "t.u"(%arg5) : (i32) -> ()
      "scf.yield"(%arg5, %arg6) : (i32, index) -> ()
    }) : (i32, index) -> (i32, index)
    "scf.while"() ({
      "scf.condition"(%arg1) : (i1) -> ()
    }, {
      "scf.yield"() : () -> ()
    }) {tag = 1 : i8} : () -> ()
    %1 = "scf.while"(%arg0) ({
    ^bb0(%arg4: i32):
      "scf.condition"(%arg1, %arg2) {x} : (i1, index) -> ()
    }, {
    ^bb0(%arg3: index):
      "scf.yield"(%arg0) : (i32) -> ()
    }) : (i32) -> index
    "t.end"() : () -> ()
  }) : () -> ()
}) : () -> ()

