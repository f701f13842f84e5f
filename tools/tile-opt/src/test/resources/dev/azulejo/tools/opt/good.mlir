#map = affine_map<(d0, d1)[s0] -> (d0 * 4 + s0, d1 floordiv 2)>
!pair = tuple<i32, f32>
module attributes {tile.target = "sm_80"} {
  func.func private @external(i32, memref<4x?xf32, strided<[?, 1], offset: 3>>) -> !pair
  func.func @loops(%a: memref<16x8xf16, "shared">, %n: index, %c: i1) -> (f32, index) attributes {x.map = #map} {
    %zero = arith.constant 0 : index
    %one = arith.constant 1 : index
    %init = arith.constant 1.5e+01 : f32
    %sum = scf.for %i = %zero to %n step %one iter_args(%acc = %init) -> (f32) {
      %v = memref.load %a[%i, %zero] : memref<16x8xf16, "shared">
      %w = arith.extf %v : f16 to f32
      %next = arith.addf %acc, %w fastmath<reassoc> : f32
      scf.yield %next : f32
    }
    %r = scf.if %c -> (index) {
      scf.yield %n : index
    } else {
      %m = arith.muli %n, %n : index
      scf.yield %m : index
    }
    return %sum, %r : f32, index
  }
  func.func @blocks(%c: i1, %x: i32) -> i32 {
    cf.cond_br %c, ^left(%x : i32), ^right
  ^left(%y: i32):
    %d = arith.constant dense<[[1, 2], [3, 4]]> : vector<2x2xi8>
    cf.br ^right
  ^right:
    %k = "arith.addi"(%x, %x) <{overflowFlags = #arith.overflow<nsw>}> : (i32, i32) -> i32
    return %k : i32
  }
} loc(fused["a", "b.c":1:2])
