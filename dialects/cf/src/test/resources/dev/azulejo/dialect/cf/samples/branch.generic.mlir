"builtin.module"() ({
  "t.f"() ({
  ^bb0(%arg1: i1, %arg2: i32, %arg3: f32):
    "cf.cond_br"(%arg1, %arg2, %arg3)[^bb1, ^bb2] <{operandSegmentSizes = array<i32: 1, 2, 0>}> : (i1, i32, f32) -> ()
  ^bb1(%0: i32, %1: f32):  // pred: ^bb0
    "cf.br"(%0)[^bb4] : (i32) -> ()
  ^bb2:  // pred: ^bb0
    "cf.br"()[^bb3] {tag} : () -> ()
  ^bb3:  // pred: ^bb2
    "cf.cond_br"(%arg1, %arg2, %arg2)[^bb4, ^bb4] <{operandSegmentSizes = array<i32: 1, 1, 1>}> : (i1, i32, i32) -> ()
  ^bb4(%2: i32):  // 3 preds: ^bb1, ^bb3, ^bb3
    "t.return"(%2) : (i32) -> ()
  }) : () -> ()
  "t.f"() ({
  ^bb0(%arg0: i1):
    "cf.cond_br"(%arg0)[^bb1, ^bb2] <{branch_weights = array<i32: 10, 90>, operandSegmentSizes = array<i32: 1, 0, 0>}> {tag = 1 : i8} : (i1) -> ()
  ^bb1:  // pred: ^bb0
    "cf.assert"(%arg0) <{msg = "must be \22true\22"}> : (i1) -> ()
    "cf.assert"(%arg0) <{msg = ""}> {tag} : (i1) -> ()
    "cf.cond_br"(%arg0)[^bb2, ^bb2] <{branch_weights = array<i32>, operandSegmentSizes = array<i32: 1, 0, 0>}> : (i1) -> ()
  ^bb2:  // 3 preds: ^bb0, ^bb1, ^bb1
    "t.return"() : () -> ()
  }) : () -> ()
}) : () -> ()

