module {
  "t.f"() ({
  ^bb0(%arg0: i1, %arg1: i32, %arg2: f32):
    cf.cond_br %arg0, ^bb1(%arg1, %arg2 : i32, f32), ^bb2
  ^bb1(%0: i32, %1: f32):  // pred: ^bb0
    cf.br ^bb4(%0 : i32)
  ^bb2:  // pred: ^bb0
    cf.br ^bb3 {tag}
  ^bb3:  // pred: ^bb2
    cf.cond_br %arg0, ^bb4(%arg1 : i32), ^bb4(%arg1 : i32)
  ^bb4(%2: i32):  // 3 preds: ^bb1, ^bb3, ^bb3
    "t.return"(%2) : (i32) -> ()
  }) : () -> ()
  "t.f"() ({
  ^bb0(%arg0: i1):
    cf.cond_br %arg0 weights([10, 90]), ^bb1, ^bb2 {tag = 1 : i8}
  ^bb1:  // pred: ^bb0
    cf.assert %arg0, "must be \22true\22"
    cf.assert %arg0, "" {tag}
    cf.cond_br %arg0 weights([]), ^bb2, ^bb2
  ^bb2:  // 3 preds: ^bb0, ^bb1, ^bb1
    "t.return"() : () -> ()
  }) : () -> ()
}

