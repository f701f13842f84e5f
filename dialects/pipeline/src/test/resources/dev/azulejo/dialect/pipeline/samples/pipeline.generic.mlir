"builtin.module"() ({
  "t.f"() ({
  ^bb0(%arg0: index, %arg1: index):
    "pipeline.for"() <{lower = 0 : i64, operandSegmentSizes = array<i32: 0, 0>, stages = 3 : i64, upper = 4 : i64}> ({
    ^bb0(%arg7: index):
    }) : () -> ()
    "pipeline.for"(%arg0, %arg1) <{operandSegmentSizes = array<i32: 1, 1>, stages = 0 : i64}> ({
    ^bb0(%arg6: index):
      "t.use"(%arg6) : (index) -> ()
    }) {tag = 1 : i8} : (index, index) -> ()
    "pipeline.for"(%arg1) <{lower = -5 : i64, operandSegmentSizes = array<i32: 0, 1>, stages = 64 : i64}> ({
    ^bb0(%arg4: index):
      "pipeline.for"(%arg4) <{operandSegmentSizes = array<i32: 1, 0>, stages = 0 : i64, upper = 7 : i64}> ({
      ^bb0(%arg5: index):
        "t.use"(%arg5) : (index) -> ()
      }) {pipeline.order = 1 : i64, pipeline.stage = 2 : i64} : (index) -> ()
      "t.copy"() {pipeline.group = 0 : i64, pipeline.order = 0 : i64, pipeline.stage = 0 : i64} : () -> ()
    }) : (index) -> ()
    "tile.launch"() <{grid = array<i64: 1>, threads = 96 : i64}> ({
    ^bb0(%arg3: index):
      "pipeline.roles"() <{names = ["producer", "consumer"], registers = array<i64: 24, 0>, warps = array<i64: 1, 2>}> ({
        "t.use"(%arg3) : (index) -> ()
      }, {
      ^bb0:
      }) {tag} : () -> ()
    }) : () -> ()
    "tile.launch"() <{grid = array<i64: 1>, threads = 96 : i64}> ({
    ^bb0(%arg2: index):
      %4 = "tile.alloc"() : () -> memref<8xf32, "shared">
      %5 = "tile.alloc"() : () -> memref<8xf32, "shared">
      "pipeline.schedule"() <{warps = 8 : i64}> ({
        %6 = "pipeline.ring"(%4) <{depth = 2 : i64, label = "a"}> : (memref<8xf32, "shared">) -> !pipeline.ring
        %7 = "pipeline.ring"(%5) <{depth = 1 : i64, label = "b"}> {tag} : (memref<8xf32, "shared">) -> !pipeline.ring
        "pipeline.role"() <{end = 1 : i64, first = 0 : i64, label = "producer", registers = 40 : i64}> ({
          "pipeline.enter"() <{scope = "i"}> ({
            "pipeline.acquire"(%6) : (!pipeline.ring) -> ()
            "pipeline.acquire"(%7) <{stage = 1 : i64}> : (!pipeline.ring) -> ()
            "pipeline.perform"() <{statement = "load"}> : () -> ()
            "pipeline.commit"(%6) {tag} : (!pipeline.ring) -> ()
            "pipeline.commit"(%7) <{stage = 1 : i64}> : (!pipeline.ring) -> ()
          }) {tag} : () -> ()
        }) : () -> ()
        "pipeline.role"() <{end = 8 : i64, first = 4 : i64, label = "consumer"}> ({
          "pipeline.wait"(%6) <{stage = 1 : i64}> : (!pipeline.ring) -> ()
          "pipeline.perform"() <{statement = "use"}> {tag} : () -> ()
          "pipeline.release"(%6) <{stage = 1 : i64}> : (!pipeline.ring) -> ()
        }) {tag} : () -> ()
      }) {tag} : () -> ()
      "pipeline.statement"() <{label = "use"}> ({
        "t.use"(%arg2) {pipeline.id = "inner"} : (index) -> ()
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

