// RUN: tile-opt %s --allow-unregistered-dialect | filecheck %s
// RUN: tile-opt %s --allow-unregistered-dialect --mlir-print-op-generic | tile-opt --allow-unregistered-dialect | filecheck %s

// CHECK-LABEL: func.func @parts
// CHECK-SAME:    (%[[ARG0:.*]]: vector<4xf32>, %[[ARG1:.*]]: memref<?xf32>, %[[ARG2:.*]]: index, %[[ARG3:.*]]: f32, %[[ARG4:.*]]: vector<4xi1>, %[[ARG5:.*]]: vector<2x4xf32>, %[[ARG6:.*]]: memref<8x8xf32>, %[[ARG7:.*]]: vector<4xi32>, %[[ARG8:.*]]: vector<[4]xf32>, %[[ARG9:.*]]: vector<f32>, %[[ARG10:.*]]: memref<8xvector<4xf32>>, %[[ARG11:.*]]: tensor<8x8xf32>, %[[ARG12:.*]]: vector<2x3x4xf32>) {
// CHECK-NEXT:       %[[V0:.*]] = vector.broadcast %[[ARG3]] : f32 to vector<4xf32>
// CHECK-NEXT:       %[[V1:.*]] = vector.broadcast %[[ARG0]] {a} : vector<4xf32> to vector<2x4xf32>
// CHECK-NEXT:       %[[V2:.*]] = vector.load %[[ARG1]][%[[ARG2]]] : memref<?xf32>, vector<4xf32>
// CHECK-NEXT:       %[[V3:.*]] = vector.load %[[ARG6]][%[[ARG2]], %[[ARG2]]] {alignment = 16 : i64, nontemporal = true} : memref<8x8xf32>, vector<2x4xf32>
// CHECK-NEXT:       %[[V4:.*]] = vector.load %[[ARG10]][%[[ARG2]]] : memref<8xvector<4xf32>>, vector<4xf32>
// CHECK-NEXT:       vector.store %[[ARG0]], %[[ARG1]][%[[ARG2]]] : memref<?xf32>, vector<4xf32>
// CHECK-NEXT:       vector.store %[[ARG5]], %[[ARG6]][%[[ARG2]], %[[ARG2]]] {nontemporal = true} : memref<8x8xf32>, vector<2x4xf32>
// CHECK-NEXT:       %[[V5:.*]] = vector.extract %[[ARG5]][1] : vector<4xf32> from vector<2x4xf32>
// CHECK-NEXT:       %[[V6:.*]] = vector.extract %[[ARG5]][1, 2] : f32 from vector<2x4xf32>
// CHECK-NEXT:       %[[V7:.*]] = vector.extract %[[ARG9]][] : f32 from vector<f32>
// CHECK-NEXT:       %[[V8:.*]] = vector.extract %[[ARG5]][%[[ARG2]], 2] {b} : f32 from vector<2x4xf32>
// CHECK-NEXT:       %[[V9:.*]] = vector.insert %[[ARG3]], %[[ARG5]] [0, 3] : f32 into vector<2x4xf32>
// CHECK-NEXT:       %[[V10:.*]] = vector.insert %[[ARG0]], %[[ARG5]] [%[[ARG2]]] {c} : vector<4xf32> into vector<2x4xf32>
// CHECK-NEXT:       %[[V11:.*]] = vector.insert %[[ARG3]], %[[ARG9]] [] : f32 into vector<f32>
// CHECK-NEXT:       %[[V12:.*]] = vector.shuffle %[[ARG0]], %[[ARG0]] [0, 1, 6, 7] : vector<4xf32>, vector<4xf32>
// CHECK-NEXT:       %[[V13:.*]] = vector.shuffle %[[ARG0]], %[[ARG0]] [-1, 1] {d} : vector<4xf32>, vector<4xf32>
// CHECK-NEXT:       %[[V14:.*]] = vector.reduction <add>, %[[ARG0]] : vector<4xf32> into f32
// CHECK-NEXT:       %[[V15:.*]] = vector.reduction <mul>, %[[ARG0]], %[[ARG3]] fastmath<fast> : vector<4xf32> into f32
// CHECK-NEXT:       %[[V16:.*]] = vector.reduction <xor>, %[[ARG7]] {e} : vector<4xi32> into i32
// CHECK-NEXT:       %[[V17:.*]] = vector.fma %[[ARG0]], %[[ARG0]], %[[ARG0]] : vector<4xf32>
// CHECK-NEXT:       %[[V18:.*]] = vector.shape_cast %[[ARG5]] : vector<2x4xf32> to vector<8xf32>
// CHECK-NEXT:       %[[V19:.*]] = vector.bitcast %[[ARG0]] : vector<4xf32> to vector<4xi32>
// CHECK-NEXT:       %[[V20:.*]] = vector.transpose %[[ARG5]], [1, 0] : vector<2x4xf32> to vector<4x2xf32>
// CHECK-NEXT:       %[[V21:.*]] = vector.create_mask %[[ARG2]] : vector<4xi1>
// CHECK-NEXT:       %[[V22:.*]] = vector.create_mask %[[ARG2]], %[[ARG2]] {f} : vector<2x[4]xi1>
// CHECK-NEXT:       %[[V23:.*]] = vector.constant_mask [2] : vector<4xi1>
// CHECK-NEXT:       %[[V24:.*]] = vector.constant_mask [2, 4] {g} : vector<2x[4]xi1>
// CHECK-NEXT:       %[[V25:.*]] = vector.multi_reduction <add>, %[[ARG5]], %[[ARG0]] [0] : vector<2x4xf32> to vector<4xf32>
// CHECK-NEXT:       %[[V26:.*]] = vector.multi_reduction <maxnumf>, %[[ARG5]], %[[ARG3]] {h} [0, 1] : vector<2x4xf32> to f32
// CHECK-NEXT:       %[[V27:.*]] = vector.outerproduct %[[ARG0]], %[[ARG0]] : vector<4xf32>, vector<4xf32>
// CHECK-NEXT:       %[[V28:.*]] = vector.outerproduct %[[ARG0]], %[[ARG0]], %[[V27]] {kind = #vector.kind<maxnumf>} : vector<4xf32>, vector<4xf32>
// CHECK-NEXT:       %[[V29:.*]] = vector.outerproduct %[[ARG0]], %[[ARG3]], %[[ARG0]] {i, kind = #vector.kind<mul>} : vector<4xf32>, f32
// CHECK-NEXT:       %[[V30:.*]] = vector.extract_strided_slice %[[ARG0]] {offsets = [0], sizes = [2], strides = [1]} : vector<4xf32> to vector<2xf32>
// CHECK-NEXT:       %[[V31:.*]] = vector.insert_strided_slice %[[ARG0]], %[[ARG12]] {offsets = [0, 1, 0], strides = [1]} : vector<4xf32> into vector<2x3x4xf32>
// CHECK-NEXT:       %[[V32:.*]] = vector.step : vector<4xindex>
// CHECK-NEXT:       %[[V33:.*]] = vector.from_elements %[[ARG3]], %[[ARG3]] : vector<2xf32>
// CHECK-NEXT:       %[[V34:.*]]:4 = vector.to_elements %[[ARG0]] : vector<4xf32>
// CHECK-NEXT:       %[[RES1:.*]], %[[RES2:.*]] = vector.deinterleave %[[ARG0]] : vector<4xf32> -> vector<2xf32>
// CHECK-NEXT:       %[[V35:.*]] = vector.interleave %[[ARG0]], %[[ARG0]] : vector<4xf32> -> vector<8xf32>
// CHECK-NEXT:       %[[V36:.*]] = vector.interleave %[[ARG9]], %[[ARG9]] : vector<f32> -> vector<2xf32>
// CHECK-NEXT:       %[[VSCALE:.*]] = vector.vscale
// CHECK-NEXT:       %[[V37:.*]] = vector.scalable.extract %[[ARG8]][0] : vector<4xf32> from vector<[4]xf32>
// CHECK-NEXT:       %[[V38:.*]] = vector.scalable.insert %[[ARG0]], %[[ARG8]][4] : vector<4xf32> into vector<[4]xf32>
// CHECK-NEXT:       %[[DEST:.*]], %[[ACCUMULATED_VALUE:.*]] = vector.scan <add>, %[[ARG5]], %[[ARG0]] {inclusive = true, reduction_dim = 0 : i64} : vector<2x4xf32>, vector<4xf32>
// CHECK-NEXT:       %[[V39:.*]] = vector.type_cast %[[ARG6]] : memref<8x8xf32> to memref<vector<8x8xf32>>
// CHECK-NEXT:       vector.print %[[ARG0]] : vector<4xf32>
// CHECK-NEXT:       vector.print %[[ARG3]] : f32
// CHECK-NEXT:       vector.print str "hello"
// CHECK-NEXT:       vector.print punctuation <comma>
// CHECK-NEXT:       vector.print %[[ARG3]] : f32 punctuation <no_punctuation>
// CHECK-NEXT:       return
func.func @parts(%v: vector<4xf32>, %m: memref<?xf32>, %i: index, %x: f32, %k: vector<4xi1>, %w: vector<2x4xf32>, %n: memref<8x8xf32>, %iv: vector<4xi32>, %u: vector<[4]xf32>, %s: vector<f32>, %mv: memref<8xvector<4xf32>>, %t: tensor<8x8xf32>, %x3: vector<2x3x4xf32>) {
  %0 = vector.broadcast %x : f32 to vector<4xf32>
  %b1 = vector.broadcast %v {a} : vector<4xf32> to vector<2x4xf32>
  %1 = vector.load %m[%i] : memref<?xf32>, vector<4xf32>
  %q1a = vector.load %n[%i, %i] {alignment = 16 : i64, nontemporal = true} : memref<8x8xf32>, vector<2x4xf32>
  %q1b = vector.load %mv[%i] : memref<8xvector<4xf32>>, vector<4xf32>
  vector.store %v, %m[%i] : memref<?xf32>, vector<4xf32>
  vector.store %w, %n[%i, %i] {nontemporal = true} : memref<8x8xf32>, vector<2x4xf32>
  %2 = vector.extract %w[1] : vector<4xf32> from vector<2x4xf32>
  %3 = vector.extract %w[1, 2] : f32 from vector<2x4xf32>
  %q3a = vector.extract %s[] : f32 from vector<f32>
  %q3b = vector.extract %w[%i, 2] {b} : f32 from vector<2x4xf32>
  %4 = vector.insert %x, %w [0, 3] : f32 into vector<2x4xf32>
  %q4a = vector.insert %v, %w [%i] {c} : vector<4xf32> into vector<2x4xf32>
  %q4b = vector.insert %x, %s [] : f32 into vector<f32>
  %5 = vector.shuffle %v, %v [0, 1, 6, 7] : vector<4xf32>, vector<4xf32>
  %q5a = vector.shuffle %v, %v [-1, 1] {d} : vector<4xf32>, vector<4xf32>
  %6 = vector.reduction <add>, %v : vector<4xf32> into f32
  %7 = vector.reduction <mul>, %v, %x fastmath<fast> : vector<4xf32> into f32
  %q7a = vector.reduction <xor>, %iv {e} : vector<4xi32> into i32
  %8 = vector.fma %v, %v, %v : vector<4xf32>
  %12 = vector.shape_cast %w : vector<2x4xf32> to vector<8xf32>
  %13 = vector.bitcast %v : vector<4xf32> to vector<4xi32>
  %14 = vector.transpose %w, [1, 0] : vector<2x4xf32> to vector<4x2xf32>
  %15 = vector.create_mask %i : vector<4xi1>
  %q15a = vector.create_mask %i, %i {f} : vector<2x[4]xi1>
  %16 = vector.constant_mask [2] : vector<4xi1>
  %q16a = vector.constant_mask [2, 4] {g} : vector<2x[4]xi1>
  %17 = vector.multi_reduction <add>, %w, %v [0] : vector<2x4xf32> to vector<4xf32>
  %q17a = vector.multi_reduction <maxnumf>, %w, %x {h} [0, 1] : vector<2x4xf32> to f32
  %18 = vector.outerproduct %v, %v : vector<4xf32>, vector<4xf32>
  %o1 = vector.outerproduct %v, %v, %18 {kind = #vector.kind<maxnumf>} : vector<4xf32>, vector<4xf32>
  %o2 = vector.outerproduct %v, %x, %v {i, kind = #vector.kind<mul>} : vector<4xf32>, f32
  %19 = vector.extract_strided_slice %v {offsets = [0], sizes = [2], strides = [1]} : vector<4xf32> to vector<2xf32>
  %is = vector.insert_strided_slice %v, %x3 {offsets = [0, 1, 0], strides = [1]} : vector<4xf32> into vector<2x3x4xf32>
  %21 = vector.step : vector<4xindex>
  %23 = vector.from_elements %x, %x : vector<2xf32>
  %24:4 = vector.to_elements %v : vector<4xf32>
  %res1, %res2 = vector.deinterleave %v : vector<4xf32> -> vector<2xf32>
  %25 = vector.interleave %v, %v : vector<4xf32> -> vector<8xf32>
  %q25a = vector.interleave %s, %s : vector<f32> -> vector<2xf32>
  %vscale = vector.vscale
  %se = vector.scalable.extract %u[0] : vector<4xf32> from vector<[4]xf32>
  %si = vector.scalable.insert %v, %u[4] : vector<4xf32> into vector<[4]xf32>
  %sc:2 = vector.scan <add>, %w, %v {inclusive = true, reduction_dim = 0 : i64} : vector<2x4xf32>, vector<4xf32>
  %tc = vector.type_cast %n : memref<8x8xf32> to memref<vector<8x8xf32>>
  vector.print %v : vector<4xf32>
  vector.print %x : f32
  vector.print str "hello"
  vector.print punctuation <comma>
  vector.print %x : f32 punctuation <no_punctuation>
  return
}

// CHECK-LABEL: func.func @transfers
// CHECK-SAME:    (%[[ARG0:.*]]: vector<4xf32>, %[[ARG1:.*]]: memref<?xf32>, %[[ARG2:.*]]: index, %[[ARG3:.*]]: f32, %[[ARG4:.*]]: vector<4xi1>, %[[ARG5:.*]]: vector<2x4xf32>, %[[ARG6:.*]]: memref<8x8xf32>, %[[ARG7:.*]]: vector<4xi32>, %[[ARG8:.*]]: vector<2x4xi1>, %[[ARG9:.*]]: tensor<8x8xf32>, %[[ARG10:.*]]: memref<8xvector<4xf32>>, %[[ARG11:.*]]: memref<f32>, %[[ARG12:.*]]: vector<4x2xi1>) {
// CHECK-NEXT:       %[[V0:.*]] = vector.transfer_read %[[ARG1]][%[[ARG2]]], %[[ARG3]] : memref<?xf32>, vector<4xf32>
// CHECK-NEXT:       %[[V1:.*]] = vector.transfer_read %[[ARG1]][%[[ARG2]]], %[[ARG3]], %[[ARG4]] {in_bounds = [true]} : memref<?xf32>, vector<4xf32>
// CHECK-NEXT:       %[[V2:.*]] = vector.transfer_read %[[ARG6]][%[[ARG2]], %[[ARG2]]], %[[ARG3]] {in_bounds = [true, false], permutation_map = #{{.*}}} : memref<8x8xf32>, vector<2x4xf32>
// CHECK-NEXT:       %[[V3:.*]] = vector.transfer_read %[[ARG6]][%[[ARG2]], %[[ARG2]]], %[[ARG3]] {foo = 1 : i32, permutation_map = #{{.*}}} : memref<8x8xf32>, vector<2x4xf32>
// CHECK-NEXT:       %[[V4:.*]] = vector.transfer_read %[[ARG9]][%[[ARG2]], %[[ARG2]]], %[[ARG3]] : tensor<8x8xf32>, vector<2x4xf32>
// CHECK-NEXT:       %[[V5:.*]] = vector.transfer_read %[[ARG10]][%[[ARG2]]], %[[ARG0]] : memref<8xvector<4xf32>>, vector<2x4xf32>
// CHECK-NEXT:       %[[V6:.*]] = vector.transfer_read %[[ARG11]][], %[[ARG3]] : memref<f32>, vector<f32>
// CHECK-NEXT:       %[[V7:.*]] = vector.transfer_read %[[ARG6]][%[[ARG2]], %[[ARG2]]], %[[ARG3]], %[[ARG12]] {permutation_map = #{{.*}}} : memref<8x8xf32>, vector<2x4xf32>
// CHECK-NEXT:       vector.transfer_write %[[ARG0]], %[[ARG1]][%[[ARG2]]] : vector<4xf32>, memref<?xf32>
// CHECK-NEXT:       vector.transfer_write %[[ARG0]], %[[ARG1]][%[[ARG2]]], %[[ARG4]] {in_bounds = [true]} : vector<4xf32>, memref<?xf32>
// CHECK-NEXT:       vector.transfer_write %[[ARG5]], %[[ARG6]][%[[ARG2]], %[[ARG2]]] {in_bounds = [true, true], permutation_map = #{{.*}}} : vector<2x4xf32>, memref<8x8xf32>
// CHECK-NEXT:       %[[V8:.*]] = vector.transfer_write %[[ARG5]], %[[ARG9]][%[[ARG2]], %[[ARG2]]] : vector<2x4xf32>, tensor<8x8xf32>
// CHECK-NEXT:       %[[V9:.*]] = vector.maskedload %[[ARG1]][%[[ARG2]]], %[[ARG4]], %[[ARG0]] : memref<?xf32>, vector<4xi1>, vector<4xf32> into vector<4xf32>
// CHECK-NEXT:       vector.maskedstore %[[ARG1]][%[[ARG2]]], %[[ARG4]], %[[ARG0]] {alignment = 8 : i64} : memref<?xf32>, vector<4xi1>, vector<4xf32>
// CHECK-NEXT:       %[[V10:.*]] = vector.gather %[[ARG1]][%[[ARG2]]] [%[[ARG7]]], %[[ARG4]], %[[ARG0]] : memref<?xf32>, vector<4xi32>, vector<4xi1>, vector<4xf32> into vector<4xf32>
// CHECK-NEXT:       vector.scatter %[[ARG1]][%[[ARG2]]] [%[[ARG7]]], %[[ARG4]], %[[ARG0]] {alignment = 8 : i64} : memref<?xf32>, vector<4xi32>, vector<4xi1>, vector<4xf32>
// CHECK-NEXT:       %[[V11:.*]] = vector.gather %[[ARG9]][%[[ARG2]], %[[ARG2]]] [%[[ARG7]]], %[[ARG4]], %[[ARG0]] : tensor<8x8xf32>, vector<4xi32>, vector<4xi1>, vector<4xf32> into vector<4xf32>
// CHECK-NEXT:       %[[V12:.*]] = vector.scatter %[[ARG9]][%[[ARG2]], %[[ARG2]]] [%[[ARG7]]], %[[ARG4]], %[[ARG0]] : tensor<8x8xf32>, vector<4xi32>, vector<4xi1>, vector<4xf32> -> tensor<8x8xf32>
// CHECK-NEXT:       %[[V13:.*]] = vector.expandload %[[ARG1]][%[[ARG2]]], %[[ARG4]], %[[ARG0]] : memref<?xf32>, vector<4xi1>, vector<4xf32> into vector<4xf32>
// CHECK-NEXT:       vector.compressstore %[[ARG1]][%[[ARG2]]], %[[ARG4]], %[[ARG0]] : memref<?xf32>, vector<4xi1>, vector<4xf32>
// CHECK-NEXT:       %[[V14:.*]] = vector.mask %[[ARG4]] { vector.reduction <add>, %[[ARG0]] : vector<4xf32> into f32 } : vector<4xi1> -> f32
// CHECK-NEXT:       %[[V15:.*]] = vector.mask %[[ARG4]], %[[ARG0]] { vector.transfer_read %[[ARG1]][%[[ARG2]]], %[[ARG3]] : memref<?xf32>, vector<4xf32> } : vector<4xi1> -> vector<4xf32>
// CHECK-NEXT:       vector.mask %[[ARG4]] { vector.transfer_write %[[ARG0]], %[[ARG1]][%[[ARG2]]] : vector<4xf32>, memref<?xf32> } : vector<4xi1>
// CHECK-NEXT:       vector.mask %[[ARG4]] { vector.yield } : vector<4xi1>
// CHECK-NEXT:       %[[V16:.*]] = vector.mask %[[ARG4]] { vector.yield %[[ARG0]] : vector<4xf32> } : vector<4xi1> -> vector<4xf32>
// CHECK-NEXT:       return
func.func @transfers(%v: vector<4xf32>, %m: memref<?xf32>, %i: index, %x: f32, %k: vector<4xi1>, %w: vector<2x4xf32>, %n: memref<8x8xf32>, %iv: vector<4xi32>, %k2: vector<2x4xi1>, %t: tensor<8x8xf32>, %mv: memref<8xvector<4xf32>>, %zero: memref<f32>, %kt: vector<4x2xi1>) {
  %9 = vector.transfer_read %m[%i], %x : memref<?xf32>, vector<4xf32>
  %10 = vector.transfer_read %m[%i], %x, %k {in_bounds = [true]} : memref<?xf32>, vector<4xf32>
  %q10a = vector.transfer_read %n[%i, %i], %x {permutation_map = affine_map<(d0, d1) -> (d1, d0)>, in_bounds = [true, false]} : memref<8x8xf32>, vector<2x4xf32>
  %q10b = vector.transfer_read %n[%i, %i], %x {permutation_map = affine_map<(d0, d1) -> (0, d1)>, foo = 1 : i32} : memref<8x8xf32>, vector<2x4xf32>
  %q10c = vector.transfer_read %t[%i, %i], %x : tensor<8x8xf32>, vector<2x4xf32>
  %q10d = vector.transfer_read %mv[%i], %v : memref<8xvector<4xf32>>, vector<2x4xf32>
  %q10e = vector.transfer_read %zero[], %x : memref<f32>, vector<f32>
  %q10f = vector.transfer_read %n[%i, %i], %x, %kt {permutation_map = affine_map<(d0, d1) -> (d1, d0)>} : memref<8x8xf32>, vector<2x4xf32>
  vector.transfer_write %v, %m[%i] : vector<4xf32>, memref<?xf32>
  vector.transfer_write %v, %m[%i], %k {in_bounds = [true]} : vector<4xf32>, memref<?xf32>
  vector.transfer_write %w, %n[%i, %i] {in_bounds = [true, true], permutation_map = affine_map<(d0, d1) -> (d1, d0)>} : vector<2x4xf32>, memref<8x8xf32>
  %tw = vector.transfer_write %w, %t[%i, %i] : vector<2x4xf32>, tensor<8x8xf32>
  %11 = vector.maskedload %m[%i], %k, %v : memref<?xf32>, vector<4xi1>, vector<4xf32> into vector<4xf32>
  vector.maskedstore %m[%i], %k, %v {alignment = 8 : i64}: memref<?xf32>, vector<4xi1>, vector<4xf32>
  %g = vector.gather %m[%i] [%iv], %k, %v : memref<?xf32>, vector<4xi32>, vector<4xi1>, vector<4xf32> into vector<4xf32>
  vector.scatter %m[%i] [%iv], %k, %v {alignment = 8 : i64} : memref<?xf32>, vector<4xi32>, vector<4xi1>, vector<4xf32>
  %gt = vector.gather %t[%i, %i] [%iv], %k, %v : tensor<8x8xf32>, vector<4xi32>, vector<4xi1>, vector<4xf32> into vector<4xf32>
  %st = vector.scatter %t[%i, %i] [%iv], %k, %v : tensor<8x8xf32>, vector<4xi32>, vector<4xi1>, vector<4xf32> -> tensor<8x8xf32>
  %el = vector.expandload %m[%i], %k, %v : memref<?xf32>, vector<4xi1>, vector<4xf32> into vector<4xf32>
  vector.compressstore %m[%i], %k, %v : memref<?xf32>, vector<4xi1>, vector<4xf32>
  %20 = vector.mask %k { vector.reduction <add>, %v : vector<4xf32> into f32 } : vector<4xi1> -> f32
  %q20a = vector.mask %k, %v { vector.transfer_read %m[%i], %x : memref<?xf32>, vector<4xf32> } : vector<4xi1> -> vector<4xf32>
  vector.mask %k { vector.transfer_write %v, %m[%i] : vector<4xf32>, memref<?xf32> } : vector<4xi1>
  vector.mask %k { } : vector<4xi1>
  %q20b = vector.mask %k { vector.yield %v : vector<4xf32> } : vector<4xi1> -> vector<4xf32>
  return
}

// CHECK-LABEL: func.func @contract
// CHECK-SAME:    (%[[ARG0:.*]]: vector<4x8xf32>, %[[ARG1:.*]]: vector<8x4xf32>, %[[ARG2:.*]]: vector<4x4xf32>, %[[ARG3:.*]]: vector<4xf32>, %[[ARG4:.*]]: f32, %[[ARG5:.*]]: vector<4xi8>, %[[ARG6:.*]]: i32) {
// CHECK-NEXT:       %[[V0:.*]] = vector.contract {indexing_maps = [#{{.*}}, #{{.*}}, #{{.*}}], iterator_types = ["parallel", "parallel", "reduction"], kind = #vector.kind<add>} %[[ARG0]], %[[ARG1]], %[[ARG2]] : vector<4x8xf32>, vector<8x4xf32> into vector<4x4xf32>
// CHECK-NEXT:       %[[V1:.*]] = vector.contract {indexing_maps = [#{{.*}}, #{{.*}}, #{{.*}}], iterator_types = ["reduction"], kind = #vector.kind<maxnumf>} %[[ARG3]], %[[ARG3]], %[[ARG4]] {foo = 1 : i8} : vector<4xf32>, vector<4xf32> into f32
// CHECK-NEXT:       %[[V2:.*]] = vector.contract {indexing_maps = [#{{.*}}, #{{.*}}, #{{.*}}], iterator_types = ["reduction"], kind = #vector.kind<add>} %[[ARG5]], %[[ARG5]], %[[ARG6]] : vector<4xi8>, vector<4xi8> into i32
// CHECK-NEXT:       return
func.func @contract(%a: vector<4x8xf32>, %b: vector<8x4xf32>, %c: vector<4x4xf32>, %v: vector<4xf32>, %x: f32, %ai: vector<4xi8>, %n: i32) {
  %0 = vector.contract {indexing_maps = [affine_map<(d0, d1, d2) -> (d0, d2)>, affine_map<(d0, d1, d2) -> (d2, d1)>, affine_map<(d0, d1, d2) -> (d0, d1)>], iterator_types = ["parallel", "parallel", "reduction"], kind = #vector.kind<add>} %a, %b, %c : vector<4x8xf32>, vector<8x4xf32> into vector<4x4xf32>
  %1 = vector.contract {indexing_maps = [affine_map<(d0) -> (d0)>, affine_map<(d0) -> (d0)>, affine_map<(d0) -> ()>], iterator_types = ["reduction"], kind = #vector.kind<maxnumf>} %v, %v, %x {foo = 1 : i8} : vector<4xf32>, vector<4xf32> into f32
  %2 = vector.contract {indexing_maps = [affine_map<(d0) -> (d0)>, affine_map<(d0) -> (d0)>, affine_map<(d0) -> ()>], iterator_types = ["reduction"]} %ai, %ai, %n : vector<4xi8>, vector<4xi8> into i32
  return
}
