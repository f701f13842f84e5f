module {
  "t.f"() ({
  ^bb0(%arg0: index, %arg1: index, %arg2: index, %arg3: f32, %arg4: i32):
    scf.for %arg5 = %arg0 to %arg1 step %arg2 {
      "t.u"(%arg5) : (index) -> ()
    }
    scf.for %arg5 = %arg0 to %arg1 step %arg2 {
    }
    %0 = scf.for %arg5 = %arg0 to %arg1 step %arg2 iter_args(%arg6 = %arg3) -> (f32) {
      %2 = "t.add"(%arg6, %arg3) : (f32, f32) -> f32
      scf.yield %2 : f32
    }
    %1:2 = scf.for %arg5 = %arg4 to %arg4 step %arg4 iter_args(%arg6 = %0, %arg7 = %arg4) -> (f32, i32)  : i32 {
      scf.yield %arg6, %arg5 : f32, i32
    }
    scf.for unsigned %arg5 = %arg4 to %arg4 step %arg4  : i32 {
    } {tag = 1 : i8}
    scf.for %arg5 = %arg0 to %arg1 step %arg2 {
      scf.for %arg6 = %arg5 to %arg1 step %arg2 {
        scf.for %arg7 = %arg5 to %arg6 step %arg2 {
        }
      }
      %2 = "t.d"() : () -> index
      scf.for %arg6 = %2 to %arg1 step %arg2 {
        "t.u"(%arg6) : (index) -> ()
      } {a.b, c.d = "x"}
    }
    "t.end"() : () -> ()
  }) : () -> ()
}

