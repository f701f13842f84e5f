"builtin.module"() ({
  "t.f"() ({
  ^bb0(%arg4: i32, %arg5: i32):
    "cf.switch"(%arg4, %arg5, %arg5, %arg4)[^bb3, ^bb1, ^bb2, ^bb3] <{case_operand_segments = array<i32: 1, 2, 0>, case_values = dense<[1, -2, -3]> : vector<3xi32>, operandSegmentSizes = array<i32: 1, 0, 3>}> : (i32, i32, i32, i32) -> ()
  ^bb1(%0: i32):  // 4 preds: ^bb0, ^bb3, ^bb3, ^bb3
    "t.return"() : () -> ()
  ^bb2(%1: i32, %2: i32):  // pred: ^bb0
    "cf.switch"(%1)[^bb3] <{case_operand_segments = array<i32>, operandSegmentSizes = array<i32: 1, 0, 0>}> : (i32) -> ()
  ^bb3:  // 3 preds: ^bb0, ^bb0, ^bb2
    "cf.switch"(%arg4, %arg4, %arg5, %arg5)[^bb1, ^bb1, ^bb1] <{case_operand_segments = array<i32: 1, 1>, case_values = dense<7> : vector<2xi32>, operandSegmentSizes = array<i32: 1, 1, 2>}> : (i32, i32, i32, i32) -> ()
  }) : () -> ()
  "t.f"() ({
  ^bb0(%arg0: i64, %arg1: i1, %arg2: si8, %arg3: ui8):
    "cf.switch"(%arg0)[^bb1, ^bb1, ^bb1, ^bb1] <{case_operand_segments = array<i32: 0, 0, 0>, case_values = dense<[9223372036854775807, -2, 0]> : vector<3xi64>, operandSegmentSizes = array<i32: 1, 0, 0>}> {tag} : (i64) -> ()
  ^bb1:  // 7 preds: ^bb0, ^bb0, ^bb0, ^bb0, ^bb1, ^bb2, ^bb3
    "cf.switch"(%arg1)[^bb1, ^bb2, ^bb3] <{case_operand_segments = array<i32: 0, 0>, case_values = dense<[true, false]> : vector<2xi1>, operandSegmentSizes = array<i32: 1, 0, 0>}> : (i1) -> ()
  ^bb2:  // 3 preds: ^bb1, ^bb2, ^bb3
    "cf.switch"(%arg2)[^bb1, ^bb2, ^bb3] <{case_operand_segments = array<i32: 0, 0>, case_values = dense<[-1, 1]> : vector<2xsi8>, operandSegmentSizes = array<i32: 1, 0, 0>}> : (si8) -> ()
  ^bb3:  // 3 preds: ^bb1, ^bb2, ^bb3
    "cf.switch"(%arg3)[^bb1, ^bb2, ^bb3] <{case_operand_segments = array<i32: 0, 0>, case_values = dense<[255, 1]> : vector<2xui8>, operandSegmentSizes = array<i32: 1, 0, 0>}> {tag} : (ui8) -> ()
  }) : () -> ()
}) : () -> ()

