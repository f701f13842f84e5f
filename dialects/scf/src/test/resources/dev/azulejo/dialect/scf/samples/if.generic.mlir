"builtin.module"() ({
  "t.f"() ({
  ^bb0(%arg0: i1, %arg1: f32):
    "scf.if"(%arg0) ({
      "scf.yield"() : () -> ()
    }, {
    }) : (i1) -> ()
    "scf.if"(%arg0) ({
      "t.a"() : () -> ()
      "scf.yield"() : () -> ()
    }, {
      "scf.yield"() : () -> ()
    }) : (i1) -> ()
    "scf.if"(%arg0) ({
      "scf.yield"() : () -> ()
    }, {
      "t.b"() : () -> ()
      "scf.yield"() : () -> ()
    }) {tag} : (i1) -> ()
    %0 = "scf.if"(%arg0) ({
      "scf.yield"(%arg1) : (f32) -> ()
    }, {
      "scf.yield"(%arg1) : (f32) -> ()
    }) : (i1) -> f32
    %1:2 = "scf.if"(%arg0) ({
      "scf.yield"(%0, %arg0) : (f32, i1) -> ()
    }, {
      %2 = "scf.if"(%arg0) ({
        "scf.yield"(%arg1) : (f32) -> ()
      }, {
        "scf.yield"(%0) {k = 1 : i32} : (f32) -> ()
      }) : (i1) -> f32
      "scf.yield"(%2, %arg0) : (f32, i1) -> ()
    }) : (i1) -> (f32, i1)
    "t.end"() : () -> ()
  }) : () -> ()
}) : () -> ()

