"builtin.module"() ({
  "t.f"() ({
  ^bb0(%arg0: index, %arg1: index):
    "pipeline.for"() <{lower = 0 : i64, operandSegmentSizes = array<i32: 0, 0>, stages = 3 : i64, upper = 4 : i64}> ({
    ^bb0(%arg6: index):
    }) : () -> ()
    "pipeline.for"(%arg0, %arg1) <{operandSegmentSizes = array<i32: 1, 1>, stages = 0 : i64}> ({
    ^bb0(%arg5: index):
      "t.use"(%arg5) : (index) -> ()
    }) {tag = 1 : i8} : (index, index) -> ()
    "pipeline.for"(%arg1) <{lower = -5 : i64, operandSegmentSizes = array<i32: 0, 1>, stages = 64 : i64}> ({
    ^bb0(%arg3: index):
      "pipeline.for"(%arg3) <{operandSegmentSizes = array<i32: 1, 0>, stages = 0 : i64, upper = 7 : i64}> ({
      ^bb0(%arg4: index):
        "t.use"(%arg4) : (index) -> ()
      }) {pipeline.order = 1 : i64, pipeline.stage = 2 : i64} : (index) -> ()
      "t.copy"() {pipeline.group = 0 : i64, pipeline.order = 0 : i64, pipeline.stage = 0 : i64} : () -> ()
    }) : (index) -> ()
    "tile.launch"() <{grid = array<i64: 1>, threads = 96 : i64}> ({
    ^bb0(%arg2: index):
      "pipeline.roles"() <{names = ["producer", "consumer"], registers = array<i64: 24, 0>, warps = array<i64: 1, 2>}> ({
        "t.use"(%arg2) : (index) -> ()
      }, {
      ^bb0:
      }) {tag} : () -> ()
    }) : () -> ()
    "pipeline.commit_group"() : () -> ()
    "pipeline.commit_group"() {tag} : () -> ()
    "pipeline.wait_group"() <{pending = 2 : i64}> : () -> ()
    "pipeline.wait_group"() <{pending = 0 : i64}> {tag} : () -> ()
    "pipeline.take_turn"() : () -> ()
    "pipeline.pass_turn"() {tag} : () -> ()
    %0 = "pipeline.ordinal"() : () -> index
    %1 = "pipeline.slot"(%0) <{depth = 3 : i64}> : (index) -> index
    %2 = "pipeline.parity"(%0) <{depth = 3 : i64}> : (index) -> i1
    %3 = "pipeline.parity"(%0) <{depth = 3 : i64, flipped}> {tag} : (index) -> i1
    "t.end"(%1, %2, %3) : (index, i1, i1) -> ()
  }) : () -> ()
}) : () -> ()

