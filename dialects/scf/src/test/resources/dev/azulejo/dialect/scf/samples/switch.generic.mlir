"builtin.module"() ({
  "t.f"() ({
  ^bb0(%arg0: index, %arg1: i32):
    %0 = "scf.index_switch"(%arg0) <{cases = array<i64: 0, -5>}> ({
      "scf.yield"(%arg1) : (i32) -> ()
    }, {
      "scf.yield"(%arg1) : (i32) -> ()
    }, {
      "scf.yield"(%arg1) : (i32) -> ()
    }) : (index) -> i32
    "scf.index_switch"(%arg0) <{cases = array<i64>}> ({
      "scf.yield"() : () -> ()
    }) : (index) -> ()
    "scf.index_switch"(%arg0) <{cases = array<i64: 3>}> ({
      "t.b"() : () -> ()
      "scf.yield"() : () -> ()
    }, {
      "t.a"() : () -> ()
      "scf.yield"() : () -> ()
    }) {tag = 1 : i8} : (index) -> ()
    %1:2 = "scf.index_switch"(%arg0) <{cases = array<i64>}> ({
      "scf.yield"(%arg1, %arg0) : (i32, index) -> ()
    }) : (index) -> (i32, index)
    %2 = "scf.execute_region"() ({
      "scf.yield"(%arg1) : (i32) -> ()
    }) : () -> i32
    "scf.execute_region"() ({
      "scf.yield"() : () -> ()
    }) {tag} : () -> ()
    "scf.execute_region"() <{no_inline}> ({
      "scf.yield"() : () -> ()
    }) : () -> ()
    %3:2 = "scf.execute_region"() <{no_inline}> ({
      "t.br"(%arg1)[^bb1] : (i32) -> ()
    ^bb1(%4: i32):  // pred: ^bb0
      "scf.yield"(%4, %arg0) : (i32, index) -> ()
    }) : () -> (i32, index)
    "t.end"() : () -> ()
  }) : () -> ()
}) : () -> ()

