module {
  "t.f"() ({
  ^bb0(%arg0: i32, %arg1: i32):
    cf.switch %arg0 : i32, [
      default: ^bb3,
      1: ^bb1(%arg1 : i32),
      4294967294: ^bb2(%arg1, %arg0 : i32, i32),
      4294967293: ^bb3
    ]
  ^bb1(%0: i32):  // 4 preds: ^bb0, ^bb3, ^bb3, ^bb3
    "t.return"() : () -> ()
  ^bb2(%1: i32, %2: i32):  // pred: ^bb0
    cf.switch %1 : i32, [
      default: ^bb3]
  ^bb3:  // 3 preds: ^bb0, ^bb0, ^bb2
    cf.switch %arg0 : i32, [
      default: ^bb1(%arg0 : i32),
      7: ^bb1(%arg1 : i32),
      7: ^bb1(%arg1 : i32)
    ]
  }) : () -> ()
  "t.f"() ({
  ^bb0(%arg0: i64, %arg1: i1, %arg2: si8, %arg3: ui8):
    cf.switch %arg0 : i64, [
      default: ^bb1,
      9223372036854775807: ^bb1,
      18446744073709551614: ^bb1,
      0: ^bb1
    ] {tag}
  ^bb1:  // 7 preds: ^bb0, ^bb0, ^bb0, ^bb0, ^bb1, ^bb2, ^bb3
    cf.switch %arg1 : i1, [
      default: ^bb1,
      1: ^bb2,
      0: ^bb3
    ]
  ^bb2:  // 3 preds: ^bb1, ^bb2, ^bb3
    cf.switch %arg2 : si8, [
      default: ^bb1,
      255: ^bb2,
      1: ^bb3
    ]
  ^bb3:  // 3 preds: ^bb1, ^bb2, ^bb3
    cf.switch %arg3 : ui8, [
      default: ^bb1,
      255: ^bb2,
      1: ^bb3
    ] {tag}
  }) : () -> ()
}

