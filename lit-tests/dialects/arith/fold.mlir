// RUN: tile-opt %s --pass-pipeline='builtin.module(func.func(canonicalize))' | filecheck %s

// CHECK-LABEL: func.func @neutral_integers
// CHECK-SAME:    (%[[A:.*]]: i32)
// CHECK-NEXT:    return %[[A]], %[[A]], %[[A]], %[[A]], %[[A]], %[[A]], %[[A]] : i32, i32, i32, i32, i32, i32, i32
func.func @neutral_integers(%x: i32) -> (i32, i32, i32, i32, i32, i32, i32) {
  %c0 = arith.constant 0 : i32
  %c1 = arith.constant 1 : i32
  %all = arith.constant -1 : i32
  %0 = arith.addi %c0, %x : i32
  %1 = arith.subi %x, %c0 : i32
  %2 = arith.muli %c1, %x : i32
  %3 = arith.andi %x, %all : i32
  %4 = arith.ori %c0, %x : i32
  %5 = arith.xori %x, %c0 : i32
  %6 = arith.shli %x, %c0 : i32
  return %0, %1, %2, %3, %4, %5, %6 : i32, i32, i32, i32, i32, i32, i32
}

// CHECK-LABEL: func.func @absorbing_integers
// CHECK-DAG:     %[[C0:.*]] = arith.constant 0 : i32
// CHECK-DAG:     %[[C1:.*]] = arith.constant -1 : i32
// CHECK-NEXT:    return %[[C0]], %[[C0]], %[[C1]], %[[C0]], %[[C0]] : i32, i32, i32, i32, i32
func.func @absorbing_integers(%x: i32) -> (i32, i32, i32, i32, i32) {
  %c0 = arith.constant 0 : i32
  %c1 = arith.constant 1 : i32
  %all = arith.constant -1 : i32
  %0 = arith.muli %x, %c0 : i32
  %1 = arith.andi %x, %c0 : i32
  %2 = arith.ori %x, %all : i32
  %3 = arith.remsi %x, %c1 : i32
  %4 = arith.remui %x, %c1 : i32
  return %0, %1, %2, %3, %4 : i32, i32, i32, i32, i32
}

// CHECK-LABEL: func.func @divides_by_one
// CHECK-SAME:    (%[[A:.*]]: i32)
// CHECK-NEXT:    return %[[A]], %[[A]], %[[A]], %[[A]], %[[A]] : i32, i32, i32, i32, i32
func.func @divides_by_one(%x: i32) -> (i32, i32, i32, i32, i32) {
  %c1 = arith.constant 1 : i32
  %0 = arith.divsi %x, %c1 : i32
  %1 = arith.divui %x, %c1 : i32
  %2 = arith.ceildivsi %x, %c1 : i32
  %3 = arith.ceildivui %x, %c1 : i32
  %4 = arith.floordivsi %x, %c1 : i32
  return %0, %1, %2, %3, %4 : i32, i32, i32, i32, i32
}

// What is undefined stays.
// CHECK-LABEL: func.func @keeps_undefined
// CHECK-DAG:     %[[C0:.*]] = arith.constant 0 : i8
// CHECK-DAG:     %[[C1:.*]] = arith.constant 5 : i8
// CHECK-DAG:     %[[C2:.*]] = arith.constant 8 : i8
// CHECK-DAG:     %[[C3:.*]] = arith.constant -128 : i8
// CHECK-DAG:     %[[C4:.*]] = arith.constant -1 : i8
// CHECK-NEXT:    %[[V5:.*]] = arith.divui %[[C1]], %[[C0]] : i8
// CHECK-NEXT:    %[[V6:.*]] = arith.divsi %[[C3]], %[[C4]] : i8
// CHECK-NEXT:    %[[V7:.*]] = arith.shli %[[C1]], %[[C2]] : i8
// CHECK-NEXT:    %[[V8:.*]] = arith.remsi %[[C1]], %[[C0]] : i8
// CHECK-NEXT:    return %[[V5]], %[[V6]], %[[V7]], %[[V8]] : i8, i8, i8, i8
func.func @keeps_undefined() -> (i8, i8, i8, i8) {
  %c0 = arith.constant 0 : i8
  %c5 = arith.constant 5 : i8
  %c8 = arith.constant 8 : i8
  %least = arith.constant -128 : i8
  %all = arith.constant -1 : i8
  %0 = arith.divui %c5, %c0 : i8
  %1 = arith.divsi %least, %all : i8
  %2 = arith.shli %c5, %c8 : i8
  %3 = arith.remsi %c5, %c0 : i8
  return %0, %1, %2, %3 : i8, i8, i8, i8
}

// CHECK-LABEL: func.func @equal_operands
// CHECK-SAME:    (%[[A:.*]]: i32, %{{.*}}: i1)
// CHECK-DAG:     %[[C0:.*]] = arith.constant 0 : i32
// CHECK-DAG:     %[[T:.*]] = arith.constant true
// CHECK-DAG:     %[[F:.*]] = arith.constant false
// CHECK-NEXT:    return %[[C0]], %[[C0]], %[[A]], %[[A]], %[[A]], %[[A]], %[[T]], %[[F]], %[[A]] : i32, i32, i32, i32, i32, i32, i1, i1, i32
func.func @equal_operands(%x: i32, %c: i1) -> (i32, i32, i32, i32, i32, i32, i1, i1, i32) {
  %0 = arith.subi %x, %x : i32
  %1 = arith.xori %x, %x : i32
  %2 = arith.andi %x, %x : i32
  %3 = arith.ori %x, %x : i32
  %4 = arith.maxsi %x, %x : i32
  %5 = arith.minui %x, %x : i32
  %6 = arith.cmpi sle, %x, %x : i32
  %7 = arith.cmpi ult, %x, %x : i32
  %8 = arith.select %c, %x, %x : i32
  return %0, %1, %2, %3, %4, %5, %6, %7, %8 : i32, i32, i32, i32, i32, i32, i1, i1, i32
}

// CHECK-LABEL: func.func @undoes
// CHECK-SAME:    (%[[A:.*]]: i32, %[[B:.*]]: i32)
// CHECK-NEXT:    %[[V0:.*]] = arith.andi %[[A]], %[[B]] : i32
// CHECK-NEXT:    return %[[A]], %[[B]], %[[A]], %[[A]], %[[A]], %[[B]], %[[V0]] : i32, i32, i32, i32, i32, i32, i32
func.func @undoes(%x: i32, %y: i32) -> (i32, i32, i32, i32, i32, i32, i32) {
  %sum = arith.addi %x, %y : i32
  %difference = arith.subi %x, %y : i32
  %either = arith.xori %x, %y : i32
  %0 = arith.subi %sum, %y : i32
  %1 = arith.subi %sum, %x : i32
  %2 = arith.addi %difference, %y : i32
  %3 = arith.addi %y, %difference : i32
  %4 = arith.xori %either, %y : i32
  %5 = arith.xori %x, %either : i32
  %both = arith.andi %x, %y : i32
  %6 = arith.andi %both, %y : i32
  return %0, %1, %2, %3, %4, %5, %6 : i32, i32, i32, i32, i32, i32, i32
}

// CHECK-LABEL: func.func @complement
// CHECK-SAME:    (%[[A:.*]]: i8)
// CHECK-DAG:     %[[C0:.*]] = arith.constant -1 : i8
// CHECK-DAG:     %[[C1:.*]] = arith.constant 0 : i8
// CHECK-NEXT:    return %[[C1]], %[[C0]], %[[A]] : i8, i8, i8
func.func @complement(%x: i8) -> (i8, i8, i8) {
  %all = arith.constant -1 : i8
  %not = arith.xori %x, %all : i8
  %0 = arith.andi %x, %not : i8
  %1 = arith.ori %not, %x : i8
  %2 = arith.xori %not, %all : i8
  return %0, %1, %2 : i8, i8, i8
}

// A product gives its factor back only where it is promised not to wrap.
// CHECK-LABEL: func.func @divides_product
// CHECK-SAME:    (%[[A:.*]]: i32, %[[B:.*]]: i32)
// CHECK-NEXT:    %[[V0:.*]] = arith.muli %[[A]], %[[B]] : i32
// CHECK-NEXT:    %[[V1:.*]] = arith.divsi %[[V0]], %[[B]] : i32
// CHECK-NEXT:    return %[[A]], %[[B]], %[[V1]] : i32, i32, i32
func.func @divides_product(%x: i32, %y: i32) -> (i32, i32, i32) {
  %exact = arith.muli %x, %y overflow<nsw, nuw> : i32
  %wrapped = arith.muli %x, %y : i32
  %0 = arith.divsi %exact, %y : i32
  %1 = arith.divui %exact, %x : i32
  %2 = arith.divsi %wrapped, %y : i32
  return %0, %1, %2 : i32, i32, i32
}

// CHECK-LABEL: func.func @bounds
// CHECK-SAME:    (%[[A:.*]]: i8)
// CHECK-DAG:     %[[C0:.*]] = arith.constant 0 : i8
// CHECK-DAG:     %[[C1:.*]] = arith.constant -1 : i8
// CHECK-DAG:     %[[C2:.*]] = arith.constant -128 : i8
// CHECK-DAG:     %[[C3:.*]] = arith.constant 127 : i8
// CHECK-NEXT:    return %[[A]], %[[C3]], %[[C2]], %[[A]], %[[A]], %[[C1]], %[[C0]], %[[A]] : i8, i8, i8, i8, i8, i8, i8, i8
func.func @bounds(%x: i8) -> (i8, i8, i8, i8, i8, i8, i8, i8) {
  %c0 = arith.constant 0 : i8
  %all = arith.constant -1 : i8
  %least = arith.constant -128 : i8
  %greatest = arith.constant 127 : i8
  %0 = arith.maxsi %x, %least : i8
  %1 = arith.maxsi %x, %greatest : i8
  %2 = arith.minsi %x, %least : i8
  %3 = arith.minsi %x, %greatest : i8
  %4 = arith.maxui %x, %c0 : i8
  %5 = arith.maxui %x, %all : i8
  %6 = arith.minui %x, %c0 : i8
  %7 = arith.minui %x, %all : i8
  return %0, %1, %2, %3, %4, %5, %6, %7 : i8, i8, i8, i8, i8, i8, i8, i8
}

// CHECK-LABEL: func.func @any_width
// CHECK-DAG:     %[[C0:.*]] = arith.constant -2 : i128
// CHECK-DAG:     %[[C1:.*]] = arith.constant -2 : index
// CHECK-DAG:     %[[F:.*]] = arith.constant false
// CHECK-DAG:     %[[C3:.*]] = arith.constant 1 : i7
// CHECK-NEXT:    return %[[C0]], %[[C1]], %[[F]], %[[C3]] : i128, index, i1, i7
func.func @any_width() -> (i128, index, i1, i7) {
  %wide = arith.constant 170141183460469231731687303715884105727 : i128
  %0 = arith.addi %wide, %wide : i128
  %far = arith.constant 9223372036854775807 : index
  %1 = arith.addi %far, %far : index
  %yes = arith.constant true
  %2 = arith.addi %yes, %yes : i1
  %odd = arith.constant 63 : i7
  %3 = arith.muli %odd, %odd : i7
  return %0, %1, %2, %3 : i128, index, i1, i7
}

// CHECK-LABEL: func.func @elements
// CHECK-DAG:     %[[C0:.*]] = arith.constant dense<[3, 6]> : vector<2xi32>
// CHECK-DAG:     %[[C1:.*]] = arith.constant dense<{{\[\[}}2, 8], [24, 64]]> : tensor<2x2xi8>
// CHECK-DAG:     %[[C2:.*]] = arith.constant dense<0> : vector<[4]xi32>
// CHECK-DAG:     %[[C3:.*]] = arith.constant dense<[true, false]> : tensor<2xi1>
// CHECK-DAG:     %[[C4:.*]] = arith.constant dense<[1.000000e+00, 2.000000e+00]> : vector<2xf32>
// CHECK-NEXT:    return %[[C0]], %[[C1]], %[[C2]], %[[C3]], %[[C4]] : vector<2xi32>, tensor<2x2xi8>, vector<[4]xi32>, tensor<2xi1>, vector<2xf32>
func.func @elements() -> (vector<2xi32>, tensor<2x2xi8>, vector<[4]xi32>, tensor<2xi1>, vector<2xf32>) {
  %v = arith.constant dense<[1, 2]> : vector<2xi32>
  %w = arith.constant dense<3> : vector<2xi32>
  %0 = arith.muli %v, %w : vector<2xi32>
  %t = arith.constant dense<[[1, 2], [3, 4]]> : tensor<2x2xi8>
  %1 = arith.shli %t, %t : tensor<2x2xi8>
  %s = arith.constant dense<5> : vector<[4]xi32>
  %2 = arith.subi %s, %s : vector<[4]xi32>
  %a = arith.constant dense<[1, -1]> : tensor<2xi64>
  %b = arith.constant dense<[2, 2]> : tensor<2xi64>
  %3 = arith.cmpi ult, %a, %b : tensor<2xi64>
  %4 = arith.uitofp %v : vector<2xi32> to vector<2xf32>
  return %0, %1, %2, %3, %4 : vector<2xi32>, tensor<2x2xi8>, vector<[4]xi32>, tensor<2xi1>, vector<2xf32>
}

// CHECK-LABEL: func.func @one_undefined_element
// CHECK-DAG:     %[[C0:.*]] = arith.constant dense<[6, 2]> : vector<2xi32>
// CHECK-DAG:     %[[C1:.*]] = arith.constant dense<[3, 0]> : vector<2xi32>
// CHECK-NEXT:    %[[V2:.*]] = arith.divsi %[[C0]], %[[C1]] : vector<2xi32>
// CHECK-NEXT:    return %[[V2]] : vector<2xi32>
func.func @one_undefined_element() -> vector<2xi32> {
  %v = arith.constant dense<[6, 2]> : vector<2xi32>
  %w = arith.constant dense<[3, 0]> : vector<2xi32>
  %0 = arith.divsi %v, %w : vector<2xi32>
  return %0 : vector<2xi32>
}

// CHECK-LABEL: func.func @neutral_reals
// CHECK-SAME:    (%[[A:.*]]: f32)
// CHECK-DAG:     %[[C0:.*]] = arith.constant 0.000000e+00 : f32
// CHECK-DAG:     %[[C1:.*]] = arith.constant -0.000000e+00 : f32
// CHECK-NEXT:    %[[V2:.*]] = arith.addf %[[A]], %[[C0]] : f32
// CHECK-NEXT:    %[[V3:.*]] = arith.subf %[[A]], %[[C1]] : f32
// CHECK-NEXT:    %[[V4:.*]] = arith.mulf %[[A]], %[[C0]] : f32
// CHECK-NEXT:    return %[[A]], %[[A]], %[[A]], %[[A]], %[[V2]], %[[V3]], %[[V4]], %[[C0]] : f32, f32, f32, f32, f32, f32, f32, f32
func.func @neutral_reals(%x: f32) -> (f32, f32, f32, f32, f32, f32, f32, f32) {
  %one = arith.constant 1.0 : f32
  %zero = arith.constant 0.0 : f32
  %minus = arith.constant -0.0 : f32
  %0 = arith.addf %x, %minus : f32
  %1 = arith.subf %x, %zero : f32
  %2 = arith.mulf %one, %x : f32
  %3 = arith.divf %x, %one : f32
  %4 = arith.addf %x, %zero : f32
  %5 = arith.subf %x, %minus : f32
  %6 = arith.mulf %x, %zero : f32
  %7 = arith.mulf %x, %zero fastmath<nnan,nsz> : f32
  return %0, %1, %2, %3, %4, %5, %6, %7 : f32, f32, f32, f32, f32, f32, f32, f32
}

// CHECK-LABEL: func.func @extreme_reals
// CHECK-SAME:    (%[[A:.*]]: f16)
// CHECK-DAG:     %[[C0:.*]] = arith.constant 0x7C00 : f16
// CHECK-NEXT:    %[[V1:.*]] = arith.maximumf %[[A]], %[[C0]] : f16
// CHECK-NEXT:    return %[[A]], %[[A]], %[[A]], %[[A]], %[[A]], %[[V1]] : f16, f16, f16, f16, f16, f16
func.func @extreme_reals(%x: f16) -> (f16, f16, f16, f16, f16, f16) {
  %infinity = arith.constant 0x7C00 : f16
  %minus = arith.constant 0xFC00 : f16
  %nan = arith.constant 0x7E00 : f16
  %0 = arith.maximumf %x, %minus : f16
  %1 = arith.minimumf %x, %infinity : f16
  %2 = arith.maxnumf %x, %nan : f16
  %3 = arith.minnumf %nan, %x : f16
  %4 = arith.maximumf %x, %x : f16
  %5 = arith.maximumf %x, %infinity : f16
  return %0, %1, %2, %3, %4, %5 : f16, f16, f16, f16, f16, f16
}

// Rounded once: 0.1 + 0.2 in each format, a tie, a denormal number, an overflow.
// CHECK-LABEL: func.func @rounds
// CHECK-DAG:     %[[C0:.*]] = arith.constant 2.998050e-01 : f16
// CHECK-DAG:     %[[C1:.*]] = arith.constant 3.007810e-01 : bf16
// CHECK-DAG:     %[[C2:.*]] = arith.constant 3.000000e-01 : f32
// CHECK-DAG:     %[[C3:.*]] = arith.constant 0.30000000000000004 : f64
// CHECK-DAG:     %[[C4:.*]] = arith.constant 3.125000e-01 : f8E5M2
// CHECK-DAG:     %[[C5:.*]] = arith.constant 2.048000e+03 : f16
// CHECK-DAG:     %[[C6:.*]] = arith.constant 3.051760e-05 : f16
// CHECK-DAG:     %[[C7:.*]] = arith.constant 0x7C00 : f16
// CHECK-NEXT:    return %[[C0]], %[[C1]], %[[C2]], %[[C3]], %[[C4]], %[[C5]], %[[C6]], %[[C7]] : f16, bf16, f32, f64, f8E5M2, f16, f16, f16
func.func @rounds() -> (f16, bf16, f32, f64, f8E5M2, f16, f16, f16) {
  %h1 = arith.constant 0.1 : f16
  %h2 = arith.constant 0.2 : f16
  %0 = arith.addf %h1, %h2 : f16
  %b1 = arith.constant 0.1 : bf16
  %b2 = arith.constant 0.2 : bf16
  %1 = arith.addf %b1, %b2 : bf16
  %s1 = arith.constant 0.1 : f32
  %s2 = arith.constant 0.2 : f32
  %2 = arith.addf %s1, %s2 : f32
  %d1 = arith.constant 0.1 : f64
  %d2 = arith.constant 0.2 : f64
  %3 = arith.addf %d1, %d2 : f64
  %e1 = arith.constant 1.0 : f8E5M2
  %e2 = arith.constant 3.0 : f8E5M2
  %4 = arith.divf %e1, %e2 : f8E5M2
  %even = arith.constant 2048.0 : f16
  %one = arith.constant 1.0 : f16
  %5 = arith.addf %even, %one : f16
  %small = arith.constant 0x0400 : f16
  %half = arith.constant 0.5 : f16
  %6 = arith.mulf %small, %half : f16
  %large = arith.constant 65504.0 : f16
  %7 = arith.addf %large, %large : f16
  return %0, %1, %2, %3, %4, %5, %6, %7 : f16, bf16, f32, f64, f8E5M2, f16, f16, f16
}

// CHECK-LABEL: func.func @special_reals
// CHECK-DAG:     %[[C0:.*]] = arith.constant 0x7FC00000 : f32
// CHECK-DAG:     %[[C1:.*]] = arith.constant 0xFF800000 : f32
// CHECK-DAG:     %[[C2:.*]] = arith.constant 0.000000e+00 : f32
// CHECK-DAG:     %[[C3:.*]] = arith.constant -0.000000e+00 : f32
// CHECK-DAG:     %[[C4:.*]] = arith.constant 0x7F : f8E4M3FN
// CHECK-NEXT:    return %[[C0]], %[[C1]], %[[C0]], %[[C2]], %[[C3]], %[[C3]], %[[C4]] : f32, f32, f32, f32, f32, f32, f8E4M3FN
func.func @special_reals() -> (f32, f32, f32, f32, f32, f32, f8E4M3FN) {
  %zero = arith.constant 0.0 : f32
  %minus = arith.constant -0.0 : f32
  %infinity = arith.constant 0x7F800000 : f32
  %one = arith.constant 1.0 : f32
  %0 = arith.divf %zero, %zero : f32
  %1 = arith.divf %one, %minus : f32
  %2 = arith.subf %infinity, %infinity : f32
  %3 = arith.maximumf %minus, %zero : f32
  %4 = arith.negf %zero : f32
  %5 = arith.remf %minus, %one : f32
  %large = arith.constant 448.0 : f8E4M3FN
  %6 = arith.addf %large, %large : f8E4M3FN
  return %0, %1, %2, %3, %4, %5, %6 : f32, f32, f32, f32, f32, f32, f8E4M3FN
}

// CHECK-LABEL: func.func @compares_reals
// CHECK-SAME:    (%[[A:.*]]: f32)
// CHECK-DAG:     %[[T:.*]] = arith.constant true
// CHECK-DAG:     %[[F:.*]] = arith.constant false
// CHECK-NEXT:    %[[V2:.*]] = arith.cmpf oeq, %[[A]], %[[A]] : f32
// CHECK-NEXT:    return %[[T]], %[[T]], %[[F]], %[[V2]] : i1, i1, i1, i1
func.func @compares_reals(%x: f32) -> (i1, i1, i1, i1) {
  %nan = arith.constant 0x7FC00000 : f32
  %zero = arith.constant 0.0 : f32
  %minus = arith.constant -0.0 : f32
  %0 = arith.cmpf oeq, %zero, %minus : f32
  %1 = arith.cmpf ult, %x, %nan : f32
  %2 = arith.cmpf ole, %nan, %x : f32
  %3 = arith.cmpf oeq, %x, %x : f32
  return %0, %1, %2, %3 : i1, i1, i1, i1
}

// A conversion of a constant folds only where nothing is lost.
// CHECK-LABEL: func.func @converts
// CHECK-DAG:     %[[C0:.*]] = arith.constant 1.500000e+00 : f8E4M3FN
// CHECK-DAG:     %[[C1:.*]] = arith.constant 1069547520 : i32
// CHECK-DAG:     %[[C2:.*]] = arith.constant 0x4B800000 : f32
// CHECK-DAG:     %[[C3:.*]] = arith.constant -56 : i8
// CHECK-DAG:     %[[C4:.*]] = arith.constant 0.10000000149011612 : f64
// CHECK-DAG:     %[[C5:.*]] = arith.constant 2.007500e+02 : f32
// CHECK-DAG:     %[[C6:.*]] = arith.constant 1.000000e-01 : f32
// CHECK-DAG:     %[[C7:.*]] = arith.constant 1.500000e+00 : f16
// CHECK-NEXT:    %[[V8:.*]] = arith.truncf %[[C6]] : f32 to f16
// CHECK-NEXT:    %[[V9:.*]] = arith.fptosi %[[C5]] : f32 to i8
// CHECK-NEXT:    return %[[C7]], %[[V8]], %[[C4]], %[[V9]], %[[C3]], %[[C2]], %[[C1]], %[[C0]] : f16, f16, f64, i8, i8, f32, i32, f8E4M3FN
func.func @converts() -> (f16, f16, f64, i8, i8, f32, i32, f8E4M3FN) {
  %exact = arith.constant 1.5 : f32
  %0 = arith.truncf %exact : f32 to f16
  %inexact = arith.constant 0.1 : f32
  %1 = arith.truncf %inexact : f32 to f16
  %2 = arith.extf %inexact : f32 to f64
  %large = arith.constant 200.75 : f32
  %3 = arith.fptosi %large : f32 to i8
  %4 = arith.fptoui %large : f32 to i8
  %tie = arith.constant 16777217 : i32
  %5 = arith.sitofp %tie : i32 to f32
  %6 = arith.bitcast %exact : f32 to i32
  %7 = arith.truncf %exact : f32 to f8E4M3FN
  return %0, %1, %2, %3, %4, %5, %6, %7 : f16, f16, f64, i8, i8, f32, i32, f8E4M3FN
}

// CHECK-LABEL: func.func @converts_twice
// CHECK-SAME:    (%[[A:.*]]: i8, %[[B:.*]]: i64, %[[C:.*]]: f16, %[[D:.*]]: f32)
// CHECK-NEXT:    %[[V0:.*]] = arith.extsi %[[A]] : i8 to i32
// CHECK-NEXT:    %[[V1:.*]] = arith.extui %[[A]] : i8 to i32
// CHECK-NEXT:    %[[V2:.*]] = arith.trunci %[[B]] : i64 to i16
// CHECK-NEXT:    %[[V3:.*]] = arith.truncf %[[D]] fastmath<contract> : f32 to f16
// CHECK-NEXT:    %[[V4:.*]] = arith.extf %[[V3]] : f16 to f32
// CHECK-NEXT:    return %[[V0]], %[[V1]], %[[A]], %[[A]], %[[V2]], %[[C]], %[[D]], %[[V4]] : i32, i32, i8, i8, i16, f16, f32, f32
func.func @converts_twice(%x: i8, %y: i64, %h: f16, %f: f32) -> (i32, i32, i8, i8, i16, f16, f32, f32) {
  %s = arith.extsi %x : i8 to i16
  %u = arith.extui %x : i8 to i16
  %0 = arith.extsi %s : i16 to i32
  %1 = arith.extui %u : i16 to i32
  %2 = arith.trunci %s : i16 to i8
  %3 = arith.trunci %u : i16 to i8
  %t = arith.trunci %y : i64 to i32
  %4 = arith.trunci %t : i32 to i16
  %e = arith.extf %h : f16 to f32
  %5 = arith.truncf %e : f32 to f16
  %g = arith.truncf %f fastmath<contract> : f32 to f16
  %6 = arith.extf %g fastmath<contract> : f16 to f32
  %7 = arith.extf %g : f16 to f32
  return %0, %1, %2, %3, %4, %5, %6, %7 : i32, i32, i8, i8, i16, f16, f32, f32
}

// CHECK-LABEL: func.func @index_constants
// CHECK-DAG:     %[[C0:.*]] = arith.constant -1 : i8
// CHECK-DAG:     %[[C1:.*]] = arith.constant -1 : index
// CHECK-DAG:     %[[C2:.*]] = arith.constant 255 : index
// CHECK-DAG:     %[[C3:.*]] = arith.constant 18446744073709551615 : i128
// CHECK-NEXT:    return %[[C0]], %[[C1]], %[[C2]], %[[C3]] : i8, index, index, i128
func.func @index_constants() -> (i8, index, index, i128) {
  %far = arith.constant 511 : index
  %0 = arith.index_cast %far : index to i8
  %minus = arith.constant -1 : i8
  %1 = arith.index_cast %minus : i8 to index
  %2 = arith.index_castui %minus : i8 to index
  %3 = arith.index_castui %1 : index to i128
  return %0, %1, %2, %3 : i8, index, index, i128
}

// CHECK-LABEL: func.func @two_results
// CHECK-SAME:    (%[[A:.*]]: i8)
// CHECK-DAG:     %[[C0:.*]] = arith.constant 44 : i8
// CHECK-DAG:     %[[T:.*]] = arith.constant true
// CHECK-DAG:     %[[C2:.*]] = arith.constant 32 : i8
// CHECK-DAG:     %[[C3:.*]] = arith.constant -22 : i8
// CHECK-DAG:     %[[C4:.*]] = arith.constant 78 : i8
// CHECK-DAG:     %[[F:.*]] = arith.constant false
// CHECK-NEXT:    return %[[C0]], %[[T]], %[[C2]], %[[C3]], %[[C2]], %[[C4]], %[[A]], %[[F]] : i8, i1, i8, i8, i8, i8, i8, i1
func.func @two_results(%x: i8) -> (i8, i1, i8, i8, i8, i8, i8, i1) {
  %c0 = arith.constant 0 : i8
  %a = arith.constant -56 : i8
  %b = arith.constant 100 : i8
  %0:2 = arith.addui_extended %a, %b : i8, i1
  %1:2 = arith.mulsi_extended %a, %b : i8
  %2:2 = arith.mului_extended %a, %b : i8
  %3:2 = arith.addui_extended %x, %c0 : i8, i1
  return %0#0, %0#1, %1#0, %1#1, %2#0, %2#1, %3#0, %3#1 : i8, i1, i8, i8, i8, i8, i8, i1
}

// CHECK-LABEL: func.func @truth
// CHECK-SAME:    (%[[A:.*]]: i1, %[[B:.*]]: i32)
// CHECK-DAG:     %[[C0:.*]] = arith.constant 0 : i32
// CHECK-NEXT:    %[[V1:.*]] = arith.cmpi slt, %[[B]], %[[C0]] : i32
// CHECK-NEXT:    return %[[A]], %[[A]], %[[A]], %[[A]], %[[V1]] : i1, i1, i1, i1, i1
func.func @truth(%c: i1, %x: i32) -> (i1, i1, i1, i1, i1) {
  %yes = arith.constant true
  %no = arith.constant false
  %c0 = arith.constant 0 : i32
  %0 = arith.cmpi ne, %c, %no : i1
  %1 = arith.cmpi eq, %c, %yes : i1
  %u = arith.extui %c : i1 to i32
  %2 = arith.cmpi ne, %u, %c0 : i32
  %3 = arith.select %c, %yes, %no : i1
  %4 = arith.cmpi sgt, %c0, %x : i32
  return %0, %1, %2, %3, %4 : i1, i1, i1, i1, i1
}

// CHECK-LABEL: func.func @decided_selects
// CHECK-SAME:    (%[[A:.*]]: i32, %[[B:.*]]: i32)
// CHECK-DAG:     %[[C0:.*]] = arith.constant dense<[1, 3]> : vector<2xi32>
// CHECK-NEXT:    return %[[A]], %[[B]], %[[B]], %[[A]], %[[C0]] : i32, i32, i32, i32, vector<2xi32>
func.func @decided_selects(%x: i32, %y: i32) -> (i32, i32, i32, i32, vector<2xi32>) {
  %yes = arith.constant true
  %no = arith.constant false
  %0 = arith.select %yes, %x, %y : i32
  %1 = arith.select %no, %x, %y : i32
  %equal = arith.cmpi eq, %x, %y : i32
  %2 = arith.select %equal, %x, %y : i32
  %unequal = arith.cmpi ne, %y, %x : i32
  %3 = arith.select %unequal, %x, %y : i32
  %c = arith.constant dense<[true, false]> : vector<2xi1>
  %v = arith.constant dense<[1, 2]> : vector<2xi32>
  %w = arith.constant dense<3> : vector<2xi32>
  %4 = arith.select %c, %v, %w : vector<2xi1>, vector<2xi32>
  return %0, %1, %2, %3, %4 : i32, i32, i32, i32, vector<2xi32>
}
