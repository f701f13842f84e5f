// RUN: tile-opt %s --pass-pipeline='builtin.module(func.func(canonicalize))' --split-input-file | filecheck %s

// CHECK-LABEL: func.func @rounds
// CHECK-DAG:     %[[M3:.*]] = arith.constant -3.000000e+00 : f32
// CHECK-DAG:     %[[M2:.*]] = arith.constant -2.000000e+00 : f32
// CHECK:         return %[[M2]], %[[M3]], %[[M2]], %[[M3]], %[[M2]] : f32, f32, f32, f32, f32
func.func @rounds() -> (f32, f32, f32, f32, f32) {
  %c = arith.constant -2.5 : f32
  %0 = math.ceil %c : f32
  %1 = math.floor %c : f32
  %2 = math.trunc %c : f32
  %3 = math.round %c : f32
  %4 = math.roundeven %c : f32
  return %0, %1, %2, %3, %4 : f32, f32, f32, f32, f32
}

// -----

// CHECK-LABEL: func.func @rounds_to_negative_zero
// CHECK-NEXT:    %[[Z:.*]] = arith.constant -0.000000e+00 : bf16
// CHECK-NEXT:    return %[[Z]]
func.func @rounds_to_negative_zero() -> bf16 {
  %c = arith.constant -0.5 : bf16
  %0 = math.ceil %c : bf16
  return %0 : bf16
}

// -----

// CHECK-LABEL: func.func @signs
// CHECK-DAG:     %[[P:.*]] = arith.constant 2.500000e+00 : f16
// CHECK-DAG:     %[[N:.*]] = arith.constant -2.500000e+00 : f16
// CHECK:         return %[[P]], %[[N]] : f16, f16
func.func @signs() -> (f16, f16) {
  %c = arith.constant -2.5 : f16
  %z = arith.constant -0.0 : f16
  %0 = math.absf %c : f16
  %1 = math.copysign %0, %z : f16
  return %0, %1 : f16, f16
}

// -----

// CHECK-LABEL: func.func @questions
// CHECK-DAG:     %[[T:.*]] = arith.constant true
// CHECK-DAG:     %[[F:.*]] = arith.constant false
// CHECK:         return %[[F]], %[[T]], %[[F]], %[[F]] : i1, i1, i1, i1
func.func @questions() -> (i1, i1, i1, i1) {
  %inf = arith.constant 0xFF800000 : f32
  %nan = arith.constant 0x7FC00000 : f32
  %subnormal = arith.constant 0x00000001 : f32
  %0 = math.isfinite %inf : f32
  %1 = math.isnan %nan : f32
  %2 = math.isnormal %subnormal : f32
  %3 = math.isinf %nan : f32
  return %0, %1, %2, %3 : i1, i1, i1, i1
}

// -----

// CHECK-LABEL: func.func @analytic
// CHECK-DAG:     %[[EXP:.*]] = arith.constant 12.1824942 : f32
// CHECK-DAG:     %[[LOG:.*]] = arith.constant 0.91629076 : f32
// CHECK-DAG:     %[[COS:.*]] = arith.constant -0.801143586 : f32
// CHECK-DAG:     %[[SQRT:.*]] = arith.constant 1.58113885 : f32
// CHECK-DAG:     %[[POW:.*]] = arith.constant 6.250000e+00 : f32
// CHECK:         return %[[EXP]], %[[LOG]], %[[COS]], %[[SQRT]], %[[POW]]
func.func @analytic() -> (f32, f32, f32, f32, f32) {
  %c = arith.constant 2.5 : f32
  %two = arith.constant 2.0 : f32
  %0 = math.exp %c : f32
  %1 = math.log %c : f32
  %2 = math.cos %c : f32
  %3 = math.sqrt %c : f32
  %4 = math.powf %c, %two : f32
  return %0, %1, %2, %3, %4 : f32, f32, f32, f32, f32
}

// -----

// What is exact is folded for f64 as well.
// CHECK-LABEL: func.func @exact_double
// CHECK-DAG:     %[[ONE:.*]] = arith.constant 1.000000e+00 : f64
// CHECK-DAG:     %[[ZERO:.*]] = arith.constant 0.000000e+00 : f64
// CHECK-DAG:     %[[SQRT:.*]] = arith.constant 1.5811388300841898 : f64
// CHECK:         return %[[ONE]], %[[ZERO]], %[[SQRT]] : f64, f64, f64
func.func @exact_double() -> (f64, f64, f64) {
  %zero = arith.constant 0.0 : f64
  %one = arith.constant 1.0 : f64
  %c = arith.constant 2.5 : f64
  %0 = math.exp %zero : f64
  %1 = math.log %one : f64
  %2 = math.sqrt %c : f64
  return %0, %1, %2 : f64, f64, f64
}

// -----

// Roots and logarithms of negative numbers stay, as do values of other formats.
// CHECK-LABEL: func.func @does_not_fold
// CHECK:         math.sqrt
// CHECK-NEXT:    math.log
// CHECK-NEXT:    math.exp
// CHECK-NEXT:    math.ipowi
func.func @does_not_fold() -> (f32, f32, f16, i32) {
  %c = arith.constant -2.5 : f32
  %h = arith.constant 2.5 : f16
  %zero = arith.constant 0 : i32
  %minus = arith.constant -1 : i32
  %0 = math.sqrt %c : f32
  %1 = math.log %c : f32
  %2 = math.exp %h : f16
  %3 = math.ipowi %zero, %minus : i32
  return %0, %1, %2, %3 : f32, f32, f16, i32
}

// -----

// CHECK-LABEL: func.func @bits
// CHECK-DAG:     %[[C0:.*]] = arith.constant 0 : i32
// CHECK-DAG:     %[[C3:.*]] = arith.constant 3 : i32
// CHECK-DAG:     %[[C29:.*]] = arith.constant 29 : i32
// CHECK-DAG:     %[[C8:.*]] = arith.constant 8 : i32
// CHECK-DAG:     %[[P:.*]] = arith.constant -512 : i32
// CHECK:         return %[[C0]], %[[C3]], %[[C29]], %[[C8]], %[[P]]
func.func @bits() -> (i32, i32, i32, i32, i32) {
  %c = arith.constant -8 : i32
  %three = arith.constant 3 : i32
  %0 = math.ctlz %c : i32
  %1 = math.cttz %c : i32
  %2 = math.ctpop %c : i32
  %3 = math.absi %c : i32
  %4 = math.ipowi %c, %three : i32
  return %0, %1, %2, %3, %4 : i32, i32, i32, i32, i32
}

// -----

// CHECK-LABEL: func.func @vectors
// CHECK-DAG:     %[[A:.*]] = arith.constant dense<[1.000000e+00, 2.000000e+00]> : tensor<2xf64>
// CHECK-DAG:     %[[B:.*]] = arith.constant dense<2.000000e+00> : vector<4xf32>
// CHECK:         return %[[A]], %[[B]]
func.func @vectors() -> (tensor<2xf64>, vector<4xf32>) {
  %t = arith.constant dense<[1.0, 4.0]> : tensor<2xf64>
  %v = arith.constant dense<2.5> : vector<4xf32>
  %0 = math.sqrt %t : tensor<2xf64>
  %1 = math.roundeven %v fastmath<fast> : vector<4xf32>
  return %0, %1 : tensor<2xf64>, vector<4xf32>
}
