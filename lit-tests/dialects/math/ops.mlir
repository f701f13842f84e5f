// RUN: %roundtrip | filecheck %s

// CHECK-LABEL: func.func @of_one_number
// CHECK-SAME:    (%[[X:.*]]: f32, %[[V:.*]]: vector<4xf16>, %[[T:.*]]: tensor<?x2xf64>)
func.func @of_one_number(%x: f32, %v: vector<4xf16>, %t: tensor<?x2xf64>) {
  // CHECK-NEXT: math.absf %[[X]] : f32
  %0 = math.absf %x : f32
  // CHECK-NEXT: math.acos %[[V]] : vector<4xf16>
  %1 = math.acos %v : vector<4xf16>
  // CHECK-NEXT: math.acosh %[[T]] : tensor<?x2xf64>
  %2 = math.acosh %t : tensor<?x2xf64>
  // CHECK-NEXT: math.asin %[[X]] fastmath<fast> : f32
  %3 = math.asin %x fastmath<fast> : f32
  // CHECK-NEXT: math.asinh %[[V]] fastmath<fast> : vector<4xf16>
  %4 = math.asinh %v fastmath<fast> : vector<4xf16>
  // CHECK-NEXT: math.atan %[[T]] fastmath<fast> : tensor<?x2xf64>
  %5 = math.atan %t fastmath<fast> : tensor<?x2xf64>
  // CHECK-NEXT: math.atanh %[[X]] fastmath<nnan,contract> : f32
  %6 = math.atanh %x fastmath<nnan,contract> : f32
  // CHECK-NEXT: math.cbrt %[[V]] fastmath<nnan,contract> : vector<4xf16>
  %7 = math.cbrt %v fastmath<nnan,contract> : vector<4xf16>
  // CHECK-NEXT: math.ceil %[[T]] fastmath<nnan,contract> : tensor<?x2xf64>
  %8 = math.ceil %t fastmath<nnan,contract> : tensor<?x2xf64>
  // CHECK-NEXT: math.cos %[[X]] : f32
  %9 = math.cos %x : f32
  // CHECK-NEXT: math.cosh %[[V]] : vector<4xf16>
  %10 = math.cosh %v : vector<4xf16>
  // CHECK-NEXT: math.erf %[[T]] : tensor<?x2xf64>
  %11 = math.erf %t : tensor<?x2xf64>
  // CHECK-NEXT: math.erfc %[[X]] fastmath<fast> : f32
  %12 = math.erfc %x fastmath<fast> : f32
  // CHECK-NEXT: math.exp2 %[[V]] fastmath<fast> : vector<4xf16>
  %13 = math.exp2 %v fastmath<fast> : vector<4xf16>
  // CHECK-NEXT: math.expm1 %[[T]] fastmath<fast> : tensor<?x2xf64>
  %14 = math.expm1 %t fastmath<fast> : tensor<?x2xf64>
  // CHECK-NEXT: math.exp %[[X]] fastmath<nnan,contract> : f32
  %15 = math.exp %x fastmath<nnan,contract> : f32
  // CHECK-NEXT: math.floor %[[V]] fastmath<nnan,contract> : vector<4xf16>
  %16 = math.floor %v fastmath<nnan,contract> : vector<4xf16>
  // CHECK-NEXT: math.log10 %[[T]] fastmath<nnan,contract> : tensor<?x2xf64>
  %17 = math.log10 %t fastmath<nnan,contract> : tensor<?x2xf64>
  // CHECK-NEXT: math.log1p %[[X]] : f32
  %18 = math.log1p %x : f32
  // CHECK-NEXT: math.log2 %[[V]] : vector<4xf16>
  %19 = math.log2 %v : vector<4xf16>
  // CHECK-NEXT: math.log %[[T]] : tensor<?x2xf64>
  %20 = math.log %t : tensor<?x2xf64>
  // CHECK-NEXT: math.roundeven %[[X]] fastmath<fast> : f32
  %21 = math.roundeven %x fastmath<fast> : f32
  // CHECK-NEXT: math.round %[[V]] fastmath<fast> : vector<4xf16>
  %22 = math.round %v fastmath<fast> : vector<4xf16>
  // CHECK-NEXT: math.rsqrt %[[T]] fastmath<fast> : tensor<?x2xf64>
  %23 = math.rsqrt %t fastmath<fast> : tensor<?x2xf64>
  // CHECK-NEXT: math.sin %[[X]] fastmath<nnan,contract> : f32
  %24 = math.sin %x fastmath<nnan,contract> : f32
  // CHECK-NEXT: math.sinh %[[V]] fastmath<nnan,contract> : vector<4xf16>
  %25 = math.sinh %v fastmath<nnan,contract> : vector<4xf16>
  // CHECK-NEXT: math.sqrt %[[T]] fastmath<nnan,contract> : tensor<?x2xf64>
  %26 = math.sqrt %t fastmath<nnan,contract> : tensor<?x2xf64>
  // CHECK-NEXT: math.tan %[[X]] : f32
  %27 = math.tan %x : f32
  // CHECK-NEXT: math.tanh %[[V]] : vector<4xf16>
  %28 = math.tanh %v : vector<4xf16>
  // CHECK-NEXT: math.trunc %[[T]] : tensor<?x2xf64>
  %29 = math.trunc %t : tensor<?x2xf64>
  return
}

// These four have what may be taken for granted in the dictionary.
// CHECK-LABEL: func.func @questions
// CHECK-SAME:    (%[[X:.*]]: f32, %[[V:.*]]: vector<4xf16>)
// CHECK-NEXT:    %{{.*}} = math.isfinite %[[X]] : f32
// CHECK-NEXT:    %{{.*}} = math.isinf %[[V]] : vector<4xf16>
// CHECK-NEXT:    %{{.*}} = math.isnan %[[X]] {fastmath = #arith.fastmath<nnan>} : f32
// CHECK-NEXT:    %[[N:.*]] = math.isnormal %[[V]] : vector<4xf16>
// CHECK-NEXT:    return %[[N]] : vector<4xi1>
func.func @questions(%x: f32, %v: vector<4xf16>) -> vector<4xi1> {
  %0 = math.isfinite %x : f32
  %1 = math.isinf %v : vector<4xf16>
  %2 = math.isnan %x {fastmath = #arith.fastmath<nnan>} : f32
  %3 = math.isnormal %v : vector<4xf16>
  return %3 : vector<4xi1>
}

// CHECK-LABEL: func.func @of_several_numbers
// CHECK-SAME:    (%[[A:.*]]: f32, %[[N:.*]]: i32, %[[V:.*]]: vector<[4]xf32>, %[[W:.*]]: vector<[4]xi8>)
// CHECK-NEXT:    %{{.*}} = math.atan2 %[[A]], %[[A]] : f32
// CHECK-NEXT:    %{{.*}} = math.copysign %[[V]], %[[V]] fastmath<nsz> : vector<[4]xf32>
// CHECK-NEXT:    %{{.*}} = math.powf %[[A]], %[[A]] : f32
// CHECK-NEXT:    %{{.*}} = math.ipowi %[[N]], %[[N]] : i32
// CHECK-NEXT:    %{{.*}} = math.fpowi %[[A]], %[[N]] : f32, i32
// CHECK-NEXT:    %{{.*}} = math.fpowi %[[V]], %[[W]] fastmath<fast> : vector<[4]xf32>, vector<[4]xi8>
// CHECK-NEXT:    %{{.*}} = math.fma %[[A]], %[[A]], %[[A]] fastmath<contract> : f32
// CHECK-NEXT:    %{{.*}} = math.clampf %[[A]] to [%[[A]], %[[A]]] fastmath<ninf> : f32
// CHECK-NEXT:    %[[S:sin.*]], %[[C:cos.*]] = math.sincos %[[A]] : f32
// CHECK-NEXT:    return %[[S]], %[[C]] : f32, f32
func.func @of_several_numbers(%a: f32, %n: i32, %v: vector<[4]xf32>, %w: vector<[4]xi8>) -> (f32, f32) {
  %0 = math.atan2 %a, %a : f32
  %1 = math.copysign %v, %v fastmath<nsz> : vector<[4]xf32>
  %2 = math.powf %a, %a : f32
  %3 = math.ipowi %n, %n : i32
  %4 = math.fpowi %a, %n : f32, i32
  %5 = math.fpowi %v, %w fastmath<fast> : vector<[4]xf32>, vector<[4]xi8>
  %6 = math.fma %a, %a, %a fastmath<contract> : f32
  %7 = math.clampf %a to [%a, %a] fastmath<ninf> : f32
  %8, %9 = math.sincos %a : f32
  return %8, %9 : f32, f32
}

// CHECK-LABEL: func.func @of_bits
// CHECK-SAME:    (%[[A:.*]]: i32, %[[N:.*]]: index)
// CHECK-NEXT:    %{{.*}} = math.absi %[[A]] : i32
// CHECK-NEXT:    %{{.*}} = math.ctlz %[[N]] : index
// CHECK-NEXT:    %{{.*}} = math.cttz %[[A]] : i32
// CHECK-NEXT:    %{{.*}} = math.ctpop %[[N]] : index
func.func @of_bits(%a: i32, %n: index) {
  %0 = math.absi %a : i32
  %1 = math.ctlz %n : index
  %2 = math.cttz %a : i32
  %3 = math.ctpop %n : index
  return
}
