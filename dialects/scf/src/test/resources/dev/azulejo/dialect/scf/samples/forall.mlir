module {
  "t.f"() ({
  ^bb0(%arg0: index, %arg1: tensor<8xf32>):
    scf.forall (%arg2) in (8) {
      "t.u"(%arg2) : (index) -> ()
    }
    scf.forall (%arg2, %arg3) = (0, %arg0) to (%arg0, 16) step (1, 2) {
    }
    scf.forall (%arg2, %arg3) in (%arg0, 16) {
    } {mapping = [#gpu.thread<x>, #gpu.thread<y>], tag}
    %0 = scf.forall (%arg2) in (%arg0) shared_outs(%arg3 = %arg1) -> (tensor<8xf32>) {
      scf.forall.in_parallel {
      }
    }
    %1:2 = scf.forall (%arg2, %arg3) in (%arg0, 4) shared_outs(%arg4 = %arg1, %arg5 = %0) -> (tensor<8xf32>, tensor<8xf32>) {
      "t.u"(%arg4) : (tensor<8xf32>) -> ()
      scf.forall.in_parallel {
      }
    }
    "t.end"() : () -> ()
  }) : () -> ()
}

