// RUN: %roundtrip | filecheck %s

// CHECK-LABEL: func.func @integers
// CHECK-SAME:    (%[[A:.*]]: i32, %[[B:.*]]: i32)
// CHECK-NEXT:    %{{.*}} = arith.addi %[[A]], %[[B]] : i32
// CHECK-NEXT:    %{{.*}} = arith.subi %[[A]], %[[B]] : i32
// CHECK-NEXT:    %{{.*}} = arith.muli %[[A]], %[[B]] : i32
// CHECK-NEXT:    %{{.*}} = arith.divsi %[[A]], %[[B]] : i32
// CHECK-NEXT:    %{{.*}} = arith.divui %[[A]], %[[B]] : i32
// CHECK-NEXT:    %{{.*}} = arith.remsi %[[A]], %[[B]] : i32
// CHECK-NEXT:    %{{.*}} = arith.remui %[[A]], %[[B]] : i32
// CHECK-NEXT:    %{{.*}} = arith.ceildivsi %[[A]], %[[B]] : i32
// CHECK-NEXT:    %{{.*}} = arith.ceildivui %[[A]], %[[B]] : i32
// CHECK-NEXT:    %{{.*}} = arith.floordivsi %[[A]], %[[B]] : i32
// CHECK-NEXT:    %{{.*}} = arith.andi %[[A]], %[[B]] : i32
// CHECK-NEXT:    %{{.*}} = arith.ori %[[A]], %[[B]] : i32
// CHECK-NEXT:    %{{.*}} = arith.xori %[[A]], %[[B]] : i32
// CHECK-NEXT:    %{{.*}} = arith.shli %[[A]], %[[B]] : i32
// CHECK-NEXT:    %{{.*}} = arith.shrsi %[[A]], %[[B]] : i32
// CHECK-NEXT:    %{{.*}} = arith.shrui %[[A]], %[[B]] : i32
// CHECK-NEXT:    %{{.*}} = arith.maxsi %[[A]], %[[B]] : i32
// CHECK-NEXT:    %{{.*}} = arith.minsi %[[A]], %[[B]] : i32
// CHECK-NEXT:    %{{.*}} = arith.maxui %[[A]], %[[B]] : i32
// CHECK-NEXT:    %{{.*}} = arith.minui %[[A]], %[[B]] : i32
// CHECK-NEXT:    return
func.func @integers(%a: i32, %b: i32) {
  %0 = arith.addi %a, %b : i32
  %1 = arith.subi %a, %b : i32
  %2 = arith.muli %a, %b : i32
  %3 = arith.divsi %a, %b : i32
  %4 = arith.divui %a, %b : i32
  %5 = arith.remsi %a, %b : i32
  %6 = arith.remui %a, %b : i32
  %7 = arith.ceildivsi %a, %b : i32
  %8 = arith.ceildivui %a, %b : i32
  %9 = arith.floordivsi %a, %b : i32
  %10 = arith.andi %a, %b : i32
  %11 = arith.ori %a, %b : i32
  %12 = arith.xori %a, %b : i32
  %13 = arith.shli %a, %b : i32
  %14 = arith.shrsi %a, %b : i32
  %15 = arith.shrui %a, %b : i32
  %16 = arith.maxsi %a, %b : i32
  %17 = arith.minsi %a, %b : i32
  %18 = arith.maxui %a, %b : i32
  %19 = arith.minui %a, %b : i32
  return
}

// CHECK-LABEL: func.func @flags
// CHECK-SAME:    (%[[A:.*]]: index, %[[B:.*]]: vector<2x[4]xi8>, %[[C:.*]]: tensor<?x3xi128>)
// CHECK-NEXT:    %{{.*}} = arith.addi %[[A]], %[[A]] overflow<nsw> : index
// CHECK-NEXT:    %{{.*}} = arith.subi %[[B]], %[[B]] overflow<nuw> : vector<2x[4]xi8>
// CHECK-NEXT:    %{{.*}} = arith.muli %[[C]], %[[C]] overflow<nsw, nuw> {tag} : tensor<?x3xi128>
// CHECK-NEXT:    %{{.*}} = arith.shli %[[A]], %[[A]] : index
// CHECK-NEXT:    %{{.*}} = arith.divsi %[[A]], %[[A]] exact : index
// CHECK-NEXT:    %{{.*}} = arith.divui %[[B]], %[[B]] exact {tag} : vector<2x[4]xi8>
// CHECK-NEXT:    %{{.*}} = arith.shrsi %[[C]], %[[C]] exact : tensor<?x3xi128>
// CHECK-NEXT:    %{{.*}} = arith.shrui %[[A]], %[[A]] exact : index
// CHECK-NEXT:    return
func.func @flags(%a: index, %v: vector<2x[4]xi8>, %t: tensor<?x3xi128>) {
  %0 = arith.addi %a, %a overflow<nsw> : index
  %1 = arith.subi %v, %v overflow<nuw> : vector<2x[4]xi8>
  %2 = arith.muli %t, %t overflow<nuw, nsw> {tag} : tensor<?x3xi128>
  %3 = arith.shli %a, %a overflow<none> : index
  %4 = arith.divsi %a, %a exact : index
  %5 = arith.divui %v, %v exact {tag} : vector<2x[4]xi8>
  %6 = arith.shrsi %t, %t exact : tensor<?x3xi128>
  %7 = arith.shrui %a, %a exact : index
  return
}

// CHECK-LABEL: func.func @reals
// CHECK-SAME:    (%[[A:.*]]: f32, %[[B:.*]]: vector<4xbf16>, %[[C:.*]]: tensor<*xf8E4M3FN>)
// CHECK-NEXT:    %{{.*}} = arith.addf %[[A]], %[[A]] : f32
// CHECK-NEXT:    %{{.*}} = arith.subf %[[B]], %[[B]] fastmath<fast> : vector<4xbf16>
// CHECK-NEXT:    %{{.*}} = arith.mulf %[[C]], %[[C]] fastmath<nnan,contract> : tensor<*xf8E4M3FN>
// CHECK-NEXT:    %{{.*}} = arith.divf %[[A]], %[[A]] fastmath<fast> : f32
// CHECK-NEXT:    %{{.*}} = arith.remf %[[A]], %[[A]] : f32
// CHECK-NEXT:    %{{.*}} = arith.negf %[[A]] fastmath<nsz> {tag} : f32
// CHECK-NEXT:    %{{.*}} = arith.maximumf %[[A]], %[[A]] : f32
// CHECK-NEXT:    %{{.*}} = arith.minimumf %[[A]], %[[A]] fastmath<afn> {tag} : f32
// CHECK-NEXT:    %{{.*}} = arith.maxnumf %[[A]], %[[A]] : f32
// CHECK-NEXT:    %{{.*}} = arith.minnumf %[[A]], %[[A]] : f32
// CHECK-NEXT:    return
func.func @reals(%a: f32, %v: vector<4xbf16>, %t: tensor<*xf8E4M3FN>) {
  %0 = arith.addf %a, %a : f32
  %1 = arith.subf %v, %v fastmath<fast> : vector<4xbf16>
  %2 = arith.mulf %t, %t fastmath<contract,nnan> : tensor<*xf8E4M3FN>
  %3 = arith.divf %a, %a fastmath<reassoc,nnan,ninf,nsz,arcp,contract,afn> : f32
  %4 = arith.remf %a, %a fastmath<none> : f32
  %5 = arith.negf %a fastmath<nsz> {tag} : f32
  %6 = arith.maximumf %a, %a : f32
  %7 = arith.minimumf %a, %a fastmath<afn> {tag} : f32
  %8 = arith.maxnumf %a, %a : f32
  %9 = arith.minnumf %a, %a : f32
  return
}

// CHECK-LABEL: func.func @compare_integers
// CHECK-SAME:    (%[[A:.*]]: i32, %[[B:.*]]: vector<4xindex>)
// CHECK-NEXT:    %{{.*}} = arith.cmpi eq, %[[A]], %[[A]] : i32
// CHECK-NEXT:    %{{.*}} = arith.cmpi ne, %[[B]], %[[B]] : vector<4xindex>
// CHECK-NEXT:    %{{.*}} = arith.cmpi slt, %[[A]], %[[A]] {tag} : i32
// CHECK-NEXT:    %{{.*}} = arith.cmpi sle, %[[A]], %[[A]] : i32
// CHECK-NEXT:    %{{.*}} = arith.cmpi sgt, %[[A]], %[[A]] : i32
// CHECK-NEXT:    %{{.*}} = arith.cmpi sge, %[[A]], %[[A]] : i32
// CHECK-NEXT:    %{{.*}} = arith.cmpi ult, %[[A]], %[[A]] : i32
// CHECK-NEXT:    %{{.*}} = arith.cmpi ule, %[[A]], %[[A]] : i32
// CHECK-NEXT:    %{{.*}} = arith.cmpi ugt, %[[A]], %[[A]] : i32
// CHECK-NEXT:    %{{.*}} = arith.cmpi uge, %[[A]], %[[A]] : i32
// CHECK-NEXT:    return
func.func @compare_integers(%a: i32, %v: vector<4xindex>) {
  %0 = arith.cmpi eq, %a, %a : i32
  %1 = arith.cmpi ne, %v, %v : vector<4xindex>
  %2 = arith.cmpi slt, %a, %a {tag} : i32
  %3 = arith.cmpi sle, %a, %a : i32
  %4 = arith.cmpi sgt, %a, %a : i32
  %5 = arith.cmpi sge, %a, %a : i32
  %6 = arith.cmpi ult, %a, %a : i32
  %7 = arith.cmpi ule, %a, %a : i32
  %8 = arith.cmpi ugt, %a, %a : i32
  %9 = arith.cmpi uge, %a, %a : i32
  return
}

// CHECK-LABEL: func.func @compare_reals
// CHECK-SAME:    (%[[A:.*]]: f32, %[[B:.*]]: tensor<?xf64>)
// CHECK-NEXT:    %{{.*}} = arith.cmpf false, %[[A]], %[[A]] : f32
// CHECK-NEXT:    %{{.*}} = arith.cmpf oeq, %[[A]], %[[A]] fastmath<ninf> : f32
// CHECK-NEXT:    %{{.*}} = arith.cmpf ogt, %[[B]], %[[B]] : tensor<?xf64>
// CHECK-NEXT:    %{{.*}} = arith.cmpf oge, %[[A]], %[[A]] : f32
// CHECK-NEXT:    %{{.*}} = arith.cmpf olt, %[[A]], %[[A]] : f32
// CHECK-NEXT:    %{{.*}} = arith.cmpf ole, %[[A]], %[[A]] : f32
// CHECK-NEXT:    %{{.*}} = arith.cmpf one, %[[A]], %[[A]] : f32
// CHECK-NEXT:    %{{.*}} = arith.cmpf ord, %[[A]], %[[A]] : f32
// CHECK-NEXT:    %{{.*}} = arith.cmpf ueq, %[[A]], %[[A]] : f32
// CHECK-NEXT:    %{{.*}} = arith.cmpf ugt, %[[A]], %[[A]] : f32
// CHECK-NEXT:    %{{.*}} = arith.cmpf uge, %[[A]], %[[A]] : f32
// CHECK-NEXT:    %{{.*}} = arith.cmpf ult, %[[A]], %[[A]] : f32
// CHECK-NEXT:    %{{.*}} = arith.cmpf ule, %[[A]], %[[A]] : f32
// CHECK-NEXT:    %{{.*}} = arith.cmpf une, %[[A]], %[[A]] : f32
// CHECK-NEXT:    %{{.*}} = arith.cmpf uno, %[[A]], %[[A]] : f32
// CHECK-NEXT:    %{{.*}} = arith.cmpf true, %[[A]], %[[A]] fastmath<fast> {tag} : f32
// CHECK-NEXT:    return
func.func @compare_reals(%a: f32, %t: tensor<?xf64>) {
  %0 = arith.cmpf false, %a, %a : f32
  %1 = arith.cmpf oeq, %a, %a fastmath<ninf> : f32
  %2 = arith.cmpf ogt, %t, %t : tensor<?xf64>
  %3 = arith.cmpf oge, %a, %a : f32
  %4 = arith.cmpf olt, %a, %a : f32
  %5 = arith.cmpf ole, %a, %a : f32
  %6 = arith.cmpf one, %a, %a : f32
  %7 = arith.cmpf ord, %a, %a : f32
  %8 = arith.cmpf ueq, %a, %a : f32
  %9 = arith.cmpf ugt, %a, %a : f32
  %10 = arith.cmpf uge, %a, %a : f32
  %11 = arith.cmpf ult, %a, %a : f32
  %12 = arith.cmpf ule, %a, %a : f32
  %13 = arith.cmpf une, %a, %a : f32
  %14 = arith.cmpf uno, %a, %a : f32
  %15 = arith.cmpf true, %a, %a fastmath<fast> {tag} : f32
  return
}

// CHECK-LABEL: func.func @conversions
// CHECK-SAME:    (%[[A:.*]]: i8, %[[B:.*]]: i32, %[[C:.*]]: f16, %[[D:.*]]: f32, %[[E:.*]]: index, %[[F:.*]]: memref<?xi32>, %[[G:.*]]: vector<[4]xf32>)
// CHECK-NEXT:    %{{.*}} = arith.extsi %[[A]] : i8 to i32
// CHECK-NEXT:    %{{.*}} = arith.extui %[[A]] {tag} : i8 to i64
// CHECK-NEXT:    %{{.*}} = arith.trunci %[[B]] overflow<nsw> : i32 to i8
// CHECK-NEXT:    %{{.*}} = arith.extf %[[C]] fastmath<contract> : f16 to f32
// CHECK-NEXT:    %{{.*}} = arith.truncf %[[D]] : f32 to bf16
// CHECK-NEXT:    %{{.*}} = arith.truncf %[[D]] to_nearest_even : f32 to f16
// CHECK-NEXT:    %{{.*}} = arith.truncf %[[D]] downward : f32 to f16
// CHECK-NEXT:    %{{.*}} = arith.truncf %[[D]] upward fastmath<fast> : f32 to f16
// CHECK-NEXT:    %{{.*}} = arith.truncf %[[D]] toward_zero {tag} : f32 to f16
// CHECK-NEXT:    %{{.*}} = arith.truncf %[[G]] to_nearest_away : vector<[4]xf32> to vector<[4]xf8E5M2>
// CHECK-NEXT:    %{{.*}} = arith.sitofp %[[B]] : i32 to f32
// CHECK-NEXT:    %{{.*}} = arith.uitofp %[[B]] : i32 to f8E4M3FNUZ
// CHECK-NEXT:    %{{.*}} = arith.fptosi %[[G]] : vector<[4]xf32> to vector<[4]xi32>
// CHECK-NEXT:    %{{.*}} = arith.fptoui %[[D]] : f32 to i1
// CHECK-NEXT:    %{{.*}} = arith.index_cast %[[E]] : index to i32
// CHECK-NEXT:    %{{.*}} = arith.index_castui %[[F]] : memref<?xi32> to memref<?xindex>
// CHECK-NEXT:    %{{.*}} = arith.bitcast %[[D]] : f32 to i32
// CHECK-NEXT:    %{{.*}} = arith.bitcast %[[F]] : memref<?xi32> to memref<?xf32>
// CHECK-NEXT:    return
func.func @conversions(%i: i8, %w: i32, %h: f16, %f: f32, %x: index, %m: memref<?xi32>, %v: vector<[4]xf32>) {
  %0 = arith.extsi %i : i8 to i32
  %1 = arith.extui %i {tag} : i8 to i64
  %2 = arith.trunci %w overflow<nsw> : i32 to i8
  %3 = arith.extf %h fastmath<contract> : f16 to f32
  %4 = arith.truncf %f : f32 to bf16
  %5 = arith.truncf %f to_nearest_even : f32 to f16
  %6 = arith.truncf %f downward : f32 to f16
  %7 = arith.truncf %f upward fastmath<fast> : f32 to f16
  %8 = arith.truncf %f toward_zero {tag} : f32 to f16
  %9 = arith.truncf %v to_nearest_away : vector<[4]xf32> to vector<[4]xf8E5M2>
  %10 = arith.sitofp %w : i32 to f32
  %11 = arith.uitofp %w : i32 to f8E4M3FNUZ
  %12 = arith.fptosi %v : vector<[4]xf32> to vector<[4]xi32>
  %13 = arith.fptoui %f : f32 to i1
  %14 = arith.index_cast %x : index to i32
  %15 = arith.index_castui %m : memref<?xi32> to memref<?xindex>
  %16 = arith.bitcast %f : f32 to i32
  %17 = arith.bitcast %m : memref<?xi32> to memref<?xf32>
  return
}

// CHECK-LABEL: func.func @scaling
// CHECK-SAME:    (%[[A:.*]]: f4E2M1FN, %[[B:.*]]: f8E8M0FNU, %[[C:.*]]: vector<4xf32>, %[[D:.*]]: vector<4xf16>)
// CHECK-NEXT:    %{{.*}} = arith.scaling_extf %[[A]], %[[B]] : f4E2M1FN, f8E8M0FNU to f32
// CHECK-NEXT:    %{{.*}} = arith.scaling_extf %[[A]], %[[B]] fastmath<nnan> {tag} : f4E2M1FN, f8E8M0FNU to bf16
// CHECK-NEXT:    %{{.*}} = arith.scaling_truncf %[[C]], %[[D]] : vector<4xf32>, vector<4xf16> to vector<4xf6E3M2FN>
// CHECK-NEXT:    %{{.*}} = arith.scaling_truncf %[[C]], %[[D]] upward fastmath<fast> : vector<4xf32>, vector<4xf16> to vector<4xf8E4M3FN>
// CHECK-NEXT:    return
func.func @scaling(%a: f4E2M1FN, %s: f8E8M0FNU, %v: vector<4xf32>, %t: vector<4xf16>) {
  %0 = arith.scaling_extf %a, %s : f4E2M1FN, f8E8M0FNU to f32
  %1 = arith.scaling_extf %a, %s fastmath<nnan> {tag} : f4E2M1FN, f8E8M0FNU to bf16
  %2 = arith.scaling_truncf %v, %t : vector<4xf32>, vector<4xf16> to vector<4xf6E3M2FN>
  %3 = arith.scaling_truncf %v, %t upward fastmath<fast> : vector<4xf32>, vector<4xf16> to vector<4xf8E4M3FN>
  return
}

// CHECK-LABEL: func.func @two_results
// CHECK-SAME:    (%[[A:.*]]: i32, %[[B:.*]]: vector<4xi8>, %[[C:.*]]: index)
// CHECK-NEXT:    %{{.*}}, %{{.*}} = arith.addui_extended %[[A]], %[[A]] : i32, i1
// CHECK-NEXT:    %{{.*}}, %{{.*}} = arith.addui_extended %[[B]], %[[B]] {tag} : vector<4xi8>, vector<4xi1>
// CHECK-NEXT:    %{{.*}}, %{{.*}} = arith.mulsi_extended %[[C]], %[[C]] : index
// CHECK-NEXT:    %{{.*}}, %{{.*}} = arith.mului_extended %[[B]], %[[B]] : vector<4xi8>
// CHECK-NEXT:    return
func.func @two_results(%a: i32, %v: vector<4xi8>, %x: index) {
  %0, %1 = arith.addui_extended %a, %a : i32, i1
  %2:2 = arith.addui_extended %v, %v {tag} : vector<4xi8>, vector<4xi1>
  %3, %4 = arith.mulsi_extended %x, %x : index
  %5, %6 = arith.mului_extended %v, %v : vector<4xi8>
  return
}

// CHECK-LABEL: func.func @select
// CHECK-SAME:    (%[[A:.*]]: i1, %[[B:.*]]: vector<4xi1>, %[[C:.*]]: vector<4xf32>, %[[D:.*]]: memref<4xf32>)
// CHECK-NEXT:    %{{.*}} = arith.select %[[A]], %[[D]], %[[D]] : memref<4xf32>
// CHECK-NEXT:    %{{.*}} = arith.select %[[B]], %[[C]], %[[C]] {tag} : vector<4xi1>, vector<4xf32>
// CHECK-NEXT:    %{{.*}} = arith.select %[[A]], %[[C]], %[[C]] : vector<4xf32>
// CHECK-NEXT:    return
func.func @select(%c: i1, %v: vector<4xi1>, %x: vector<4xf32>, %m: memref<4xf32>) {
  %0 = arith.select %c, %m, %m : memref<4xf32>
  %1 = arith.select %v, %x, %x {tag} : vector<4xi1>, vector<4xf32>
  %2 = arith.select %c, %x, %x : vector<4xf32>
  return
}

// CHECK-LABEL: func.func @constants
// CHECK-NEXT:    %{{.*}} = arith.constant 42 : i32
// CHECK-NEXT:    %{{.*}} = arith.constant -7 : index
// CHECK-NEXT:    %{{.*}} = arith.constant true
// CHECK-NEXT:    %{{.*}} = arith.constant false
// CHECK-NEXT:    %{{.*}} = arith.constant {tag} 1.500000e+00 : f32
// CHECK-NEXT:    %{{.*}} = arith.constant 0xFF80 : bf16
// CHECK-NEXT:    %{{.*}} = arith.constant -0.000000e+00 : f64
// CHECK-NEXT:    %{{.*}} = arith.constant dense<{{\[\[}}1, 2], [3, 4]]> : tensor<2x2xi8>
// CHECK-NEXT:    %{{.*}} = arith.constant dense<2.000000e+00> : vector<[4]xf16>
// CHECK-NEXT:    %{{.*}} = arith.constant sparse<0, 1> : tensor<4xi32>
// CHECK-NEXT:    %{{.*}} = arith.constant 170141183460469231731687303715884105727 : i128
// CHECK-NEXT:    return
func.func @constants() {
  %0 = arith.constant 42 : i32
  %1 = arith.constant -7 : index
  %2 = arith.constant true
  %3 = arith.constant 0 : i1
  %4 = arith.constant {tag} 1.5 : f32
  %5 = arith.constant 0xFF80 : bf16
  %6 = arith.constant -0.0 : f64
  %7 = arith.constant dense<[[1, 2], [3, 4]]> : tensor<2x2xi8>
  %8 = arith.constant dense<2.0> : vector<[4]xf16>
  %9 = arith.constant sparse<0, 1> : tensor<4xi32>
  %10 = arith.constant 170141183460469231731687303715884105727 : i128
  return
}
