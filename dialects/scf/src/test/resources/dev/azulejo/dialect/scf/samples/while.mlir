module {
  "t.f"() ({
  ^bb0(%arg0: i32, %arg1: i1, %arg2: index):
    %0:2 = scf.while (%arg3 = %arg0, %arg4 = %arg2) : (i32, index) -> (i32, index) {
      scf.condition(%arg1) %arg3, %arg4 : i32, index
    } do {
    ^bb0(%arg3: i32, %arg4: index):
      "t.u"(%arg3) : (i32) -> ()
      scf.yield %arg3, %arg4 : i32, index
    }
    scf.while : () -> () {
      scf.condition(%arg1)
    } do {
      scf.yield
    } attributes {tag = 1 : i8}
    %1 = scf.while (%arg3 = %arg0) : (i32) -> index {
      scf.condition(%arg1) {x} %arg2 : index
    } do {
    ^bb0(%arg3: index):
      scf.yield %arg0 : i32
    }
    "t.end"() : () -> ()
  }) : () -> ()
}

