module {
  "t.f"() ({
  ^bb0(%arg0: i1, %arg1: f32):
    scf.if %arg0 {
    }
    scf.if %arg0 {
      "t.a"() : () -> ()
    } else {
    }
    scf.if %arg0 {
    } else {
      "t.b"() : () -> ()
    } {tag}
    %0 = scf.if %arg0 -> (f32) {
      scf.yield %arg1 : f32
    } else {
      scf.yield %arg1 : f32
    }
    %1:2 = scf.if %arg0 -> (f32, i1) {
      scf.yield %0, %arg0 : f32, i1
    } else {
      %2 = scf.if %arg0 -> (f32) {
        scf.yield %arg1 : f32
      } else {
        scf.yield {k = 1 : i32} %0 : f32
      }
      scf.yield %2, %arg0 : f32, i1
    }
    "t.end"() : () -> ()
  }) : () -> ()
}

