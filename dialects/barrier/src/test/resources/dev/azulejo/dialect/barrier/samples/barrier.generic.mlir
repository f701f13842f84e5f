"builtin.module"() ({
  "t.f"() ({
  ^bb0(%arg0: index, %arg1: i1, %arg2: !barrier.array<2>):
    %0 = "barrier.alloc"() <{counts = array<i64: 1, 128, 1>}> : () -> !barrier.array<3>
    %1 = "barrier.alloc"() <{counts = array<i64: 1048575>}> {tag} : () -> !barrier.array<1>
    "barrier.arrive"(%0, %arg0) <{by = "threads"}> : (!barrier.array<3>, index) -> ()
    "barrier.arrive"(%0, %arg0) <{by = "thread"}> : (!barrier.array<3>, index) -> ()
    "barrier.arrive"(%0, %arg0) <{by = "warp"}> {tag} : (!barrier.array<3>, index) -> ()
    "barrier.arrive"(%arg2, %arg0) <{by = "warpgroup"}> : (!barrier.array<2>, index) -> ()
    "barrier.arrive"(%arg2, %arg0) <{by = "thread", multicast = array<i64: 0, 1>}> : (!barrier.array<2>, index) -> ()
    "barrier.arrive_noinc"(%1, %arg0) : (!barrier.array<1>, index) -> ()
    "barrier.expect_tx"(%arg2, %arg0) <{bytes = 16384 : i64}> : (!barrier.array<2>, index) -> ()
    "barrier.arrive_expect_tx"(%arg2, %arg0) <{by = "thread", bytes = 16384 : i64}> : (!barrier.array<2>, index) -> ()
    "barrier.arrive_expect_tx"(%arg2, %arg0) <{by = "threads", bytes = 0 : i64}> : (!barrier.array<2>, index) -> ()
    %2 = "barrier.address"(%0, %arg0) : (!barrier.array<3>, index) -> i32
    "barrier.wait"(%0, %arg0, %arg1) : (!barrier.array<3>, index, i1) -> ()
    "barrier.sync"() : () -> ()
    "barrier.named_sync"() <{id = 2 : i64, threads = 256 : i64}> : () -> ()
    "barrier.named_arrive"() <{id = 15 : i64, threads = 32 : i64}> {tag} : () -> ()
    "barrier.fence_init"() : () -> ()
    "barrier.fence_proxy_async"() {tag} : () -> ()
    "t.end"() : () -> ()
  }) : () -> ()
}) : () -> ()

