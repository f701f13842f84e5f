module {
  "t.f"() ({
  ^bb0(%arg0: index, %arg1: f32, %arg2: i32):
    scf.parallel (%arg3) = (%arg0) to (%arg0) step (%arg0) {
      "t.u"(%arg3) : (index) -> ()
      scf.reduce 
    }
    scf.parallel (%arg3, %arg4) = (%arg0, %arg0) to (%arg0, %arg0) step (%arg0, %arg0) {
      scf.reduce 
    }
    %0:2 = scf.parallel (%arg3) = (%arg0) to (%arg0) step (%arg0) init (%arg1, %arg2) -> (f32, i32) {
      scf.reduce(%arg1, %arg2 : f32, i32) {
      ^bb0(%arg4: f32, %arg5: f32):
        %2 = "t.add"(%arg4, %arg5) : (f32, f32) -> f32
        scf.reduce.return %2 : f32
      }, {
      ^bb0(%arg4: i32, %arg5: i32):
        scf.reduce.return %arg4 {y} : i32
      } {z}
    } {tag}
    %1 = scf.parallel (%arg3) = (%arg0) to (%arg0) step (%arg0) init (%arg1) -> f32 {
      scf.reduce(%arg1 : f32) {
      ^bb0(%arg4: f32, %arg5: f32):
        scf.reduce.return %arg4 : f32
      }
    }
    "t.end"() : () -> ()
  }) : () -> ()
}

