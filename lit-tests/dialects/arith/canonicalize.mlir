// RUN: tile-opt %s --pass-pipeline='builtin.module(func.func(canonicalize))' | filecheck %s

// CHECK-LABEL: func.func @constants_to_the_right
// CHECK-SAME:    (%[[A:.*]]: i32, %[[B:.*]]: f32)
// CHECK-DAG:     %[[C0:.*]] = arith.constant 3 : i32
// CHECK-DAG:     %[[C1:.*]] = arith.constant 5.000000e-01 : f32
// CHECK-NEXT:    %[[V2:.*]] = arith.addi %[[A]], %[[C0]] : i32
// CHECK-NEXT:    %[[V3:.*]] = arith.mulf %[[B]], %[[C1]] fastmath<contract> : f32
// CHECK-NEXT:    %[[V4:.*]] = arith.cmpi uge, %[[A]], %[[C0]] : i32
// CHECK-NEXT:    return %[[V2]], %[[V3]], %[[V4]] : i32, f32, i1
func.func @constants_to_the_right(%x: i32, %f: f32) -> (i32, f32, i1) {
  %c3 = arith.constant 3 : i32
  %half = arith.constant 0.5 : f32
  %0 = arith.addi %c3, %x : i32
  %1 = arith.mulf %half, %f fastmath<contract> : f32
  %2 = arith.cmpi ule, %c3, %x : i32
  return %0, %1, %2 : i32, f32, i1
}

// What does not commute keeps its operands where they are.
// CHECK-LABEL: func.func @constants_that_stay_left
// CHECK-SAME:    (%[[A:.*]]: i32, %[[B:.*]]: f32)
// CHECK-DAG:     %[[C0:.*]] = arith.constant 3 : i32
// CHECK-DAG:     %[[C1:.*]] = arith.constant 5.000000e-01 : f32
// CHECK-NEXT:    %[[V2:.*]] = arith.shli %[[C0]], %[[A]] : i32
// CHECK-NEXT:    %[[V3:.*]] = arith.divf %[[C1]], %[[B]] : f32
// CHECK-NEXT:    return %[[V2]], %[[V3]] : i32, f32
func.func @constants_that_stay_left(%x: i32, %f: f32) -> (i32, f32) {
  %c3 = arith.constant 3 : i32
  %half = arith.constant 0.5 : f32
  %0 = arith.shli %c3, %x : i32
  %1 = arith.divf %half, %f : f32
  return %0, %1 : i32, f32
}

// CHECK-LABEL: func.func @sums_of_constants
// CHECK-SAME:    (%[[A:.*]]: i32)
// CHECK-DAG:     %[[C0:.*]] = arith.constant 2 : i32
// CHECK-DAG:     %[[C1:.*]] = arith.constant 8 : i32
// CHECK-NEXT:    %[[V2:.*]] = arith.addi %[[A]], %[[C1]] overflow<nsw> : i32
// CHECK-NEXT:    %[[V3:.*]] = arith.addi %[[A]], %[[C0]] overflow<nsw> : i32
// CHECK-NEXT:    %[[V4:.*]] = arith.subi %[[C1]], %[[A]] overflow<nsw> : i32
// CHECK-NEXT:    return %[[V2]], %[[V3]], %[[V4]] : i32, i32, i32
func.func @sums_of_constants(%x: i32) -> (i32, i32, i32) {
  %c3 = arith.constant 3 : i32
  %c5 = arith.constant 5 : i32
  %plus = arith.addi %x, %c3 overflow<nsw> : i32
  %minus = arith.subi %x, %c3 overflow<nsw> : i32
  %from = arith.subi %c3, %x overflow<nsw> : i32
  %0 = arith.addi %plus, %c5 overflow<nsw> : i32
  %1 = arith.addi %minus, %c5 overflow<nsw> : i32
  %2 = arith.addi %from, %c5 overflow<nsw> : i32
  return %0, %1, %2 : i32, i32, i32
}

// CHECK-LABEL: func.func @differences_of_constants
// CHECK-SAME:    (%[[A:.*]]: i32)
// CHECK-DAG:     %[[C0:.*]] = arith.constant 2 : i32
// CHECK-DAG:     %[[C1:.*]] = arith.constant 8 : i32
// CHECK-DAG:     %[[C2:.*]] = arith.constant -2 : i32
// CHECK-NEXT:    %[[V3:.*]] = arith.addi %[[A]], %[[C2]] : i32
// CHECK-NEXT:    %[[V4:.*]] = arith.subi %[[A]], %[[C1]] overflow<nsw> : i32
// CHECK-NEXT:    %[[V5:.*]] = arith.subi %[[C2]], %[[A]] overflow<nsw> : i32
// CHECK-NEXT:    %[[V6:.*]] = arith.subi %[[C0]], %[[A]] overflow<nsw> : i32
// CHECK-NEXT:    %[[V7:.*]] = arith.subi %[[C1]], %[[A]] overflow<nsw> : i32
// CHECK-NEXT:    %[[V8:.*]] = arith.addi %[[A]], %[[C0]] overflow<nsw> : i32
// CHECK-NEXT:    return %[[V3]], %[[V4]], %[[V5]], %[[V6]], %[[V7]], %[[V8]] : i32, i32, i32, i32, i32, i32
func.func @differences_of_constants(%x: i32) -> (i32, i32, i32, i32, i32, i32) {
  %c3 = arith.constant 3 : i32
  %c5 = arith.constant 5 : i32
  %plus = arith.addi %x, %c3 overflow<nsw> : i32
  %minus = arith.subi %x, %c3 overflow<nsw> : i32
  %from = arith.subi %c3, %x overflow<nsw> : i32
  %0 = arith.subi %plus, %c5 overflow<nsw> : i32
  %1 = arith.subi %minus, %c5 overflow<nsw> : i32
  %2 = arith.subi %from, %c5 overflow<nsw> : i32
  %3 = arith.subi %c5, %plus overflow<nsw> : i32
  %4 = arith.subi %c5, %minus overflow<nsw> : i32
  %5 = arith.subi %c5, %from overflow<nsw> : i32
  return %0, %1, %2, %3, %4, %5 : i32, i32, i32, i32, i32, i32
}

// CHECK-LABEL: func.func @products_of_constants
// CHECK-SAME:    (%[[A:.*]]: index)
// CHECK-DAG:     %[[C0:.*]] = arith.constant 15 : index
// CHECK-NEXT:    %[[V1:.*]] = arith.muli %[[A]], %[[C0]] overflow<nuw> : index
// CHECK-NEXT:    return %[[V1]] : index
func.func @products_of_constants(%x: index) -> index {
  %c3 = arith.constant 3 : index
  %c5 = arith.constant 5 : index
  %0 = arith.muli %x, %c3 overflow<nsw, nuw> : index
  %1 = arith.muli %0, %c5 overflow<nuw> : index
  return %1 : index
}

// CHECK-LABEL: func.func @negated_terms
// CHECK-SAME:    (%[[A:.*]]: i32, %[[B:.*]]: i32)
// CHECK-DAG:     %[[C0:.*]] = arith.constant 0 : i32
// CHECK-NEXT:    %[[V1:.*]] = arith.subi %[[A]], %[[B]] : i32
// CHECK-NEXT:    %[[V2:.*]] = arith.subi %[[A]], %[[B]] : i32
// CHECK-NEXT:    %[[V3:.*]] = arith.subi %[[C0]], %[[B]] : i32
// CHECK-NEXT:    return %[[V1]], %[[V2]], %[[V3]] : i32, i32, i32
func.func @negated_terms(%x: i32, %y: i32) -> (i32, i32, i32) {
  %minus = arith.constant -1 : i32
  %negated = arith.muli %y, %minus : i32
  %0 = arith.addi %x, %negated : i32
  %1 = arith.addi %negated, %x : i32
  %difference = arith.subi %x, %y : i32
  %2 = arith.subi %difference, %x : i32
  return %0, %1, %2 : i32, i32, i32
}

// CHECK-LABEL: func.func @bits_of_extensions
// CHECK-SAME:    (%[[A:.*]]: i8, %[[B:.*]]: i8, %[[C:.*]]: i16)
// CHECK-NEXT:    %[[V0:.*]] = arith.extui %[[A]] : i8 to i32
// CHECK-NEXT:    %[[V1:.*]] = arith.extui %[[C]] : i16 to i32
// CHECK-NEXT:    %[[V2:.*]] = arith.andi %[[A]], %[[B]] : i8
// CHECK-NEXT:    %[[V3:.*]] = arith.extsi %[[V2]] : i8 to i32
// CHECK-NEXT:    %[[V4:.*]] = arith.ori %[[A]], %[[B]] : i8
// CHECK-NEXT:    %[[V5:.*]] = arith.extui %[[V4]] : i8 to i32
// CHECK-NEXT:    %[[V6:.*]] = arith.xori %[[A]], %[[B]] : i8
// CHECK-NEXT:    %[[V7:.*]] = arith.extsi %[[V6]] : i8 to i32
// CHECK-NEXT:    %[[V8:.*]] = arith.andi %[[V0]], %[[V1]] : i32
// CHECK-NEXT:    return %[[V3]], %[[V5]], %[[V7]], %[[V8]] : i32, i32, i32, i32
func.func @bits_of_extensions(%x: i8, %y: i8, %z: i16) -> (i32, i32, i32, i32) {
  %xs = arith.extsi %x : i8 to i32
  %ys = arith.extsi %y : i8 to i32
  %xu = arith.extui %x : i8 to i32
  %yu = arith.extui %y : i8 to i32
  %zu = arith.extui %z : i16 to i32
  %0 = arith.andi %xs, %ys : i32
  %1 = arith.ori %xu, %yu : i32
  %2 = arith.xori %xs, %ys : i32
  %3 = arith.andi %xu, %zu : i32
  return %0, %1, %2, %3 : i32, i32, i32, i32
}

// CHECK-LABEL: func.func @compares_extensions
// CHECK-SAME:    (%[[A:.*]]: i8, %[[B:.*]]: i8)
// CHECK-NEXT:    %[[V0:.*]] = arith.extsi %[[A]] : i8 to i32
// CHECK-NEXT:    %[[V1:.*]] = arith.extsi %[[B]] : i8 to i32
// CHECK-NEXT:    %[[V2:.*]] = arith.extui %[[B]] : i8 to i32
// CHECK-NEXT:    %[[V3:.*]] = arith.cmpi eq, %[[A]], %[[B]] : i8
// CHECK-NEXT:    %[[V4:.*]] = arith.cmpi ne, %[[A]], %[[B]] : i8
// CHECK-NEXT:    %[[V5:.*]] = arith.cmpi slt, %[[V0]], %[[V1]] : i32
// CHECK-NEXT:    %[[V6:.*]] = arith.cmpi eq, %[[V0]], %[[V2]] : i32
// CHECK-NEXT:    return %[[V3]], %[[V4]], %[[V5]], %[[V6]] : i1, i1, i1, i1
func.func @compares_extensions(%x: i8, %y: i8) -> (i1, i1, i1, i1) {
  %xs = arith.extsi %x : i8 to i32
  %ys = arith.extsi %y : i8 to i32
  %xu = arith.extui %x : i8 to i32
  %yu = arith.extui %y : i8 to i32
  %0 = arith.cmpi eq, %xs, %ys : i32
  %1 = arith.cmpi ne, %xu, %yu : i32
  %2 = arith.cmpi slt, %xs, %ys : i32
  %3 = arith.cmpi eq, %xs, %yu : i32
  return %0, %1, %2, %3 : i1, i1, i1, i1
}

// CHECK-LABEL: func.func @not_of_comparison
// CHECK-SAME:    (%[[A:.*]]: i32, %[[B:.*]]: i32)
// CHECK-NEXT:    %[[V0:.*]] = arith.cmpi sge, %[[A]], %[[B]] : i32
// CHECK-NEXT:    %[[V1:.*]] = arith.cmpi ne, %[[A]], %[[B]] : i32
// CHECK-NEXT:    return %[[V0]], %[[V1]] : i1, i1
func.func @not_of_comparison(%x: i32, %y: i32) -> (i1, i1) {
  %yes = arith.constant true
  %less = arith.cmpi slt, %x, %y : i32
  %0 = arith.xori %less, %yes : i1
  %equal = arith.cmpi eq, %x, %y : i32
  %1 = arith.xori %yes, %equal : i1
  return %0, %1 : i1, i1
}

// CHECK-LABEL: func.func @selects
// CHECK-SAME:    (%[[A:.*]]: i1, %[[B:.*]]: i1, %[[C:.*]]: i32, %[[D:.*]]: i32, %[[E:.*]]: i32)
// CHECK-NEXT:    %[[V0:.*]] = arith.select %[[A]], %[[C]], %[[D]] : i32
// CHECK-NEXT:    %[[V1:.*]] = arith.select %[[A]], %[[C]], %[[E]] : i32
// CHECK-NEXT:    %[[V2:.*]] = arith.select %[[A]], %[[E]], %[[D]] : i32
// CHECK-NEXT:    %[[V3:.*]] = arith.select %[[B]], %[[V0]], %[[E]] : i32
// CHECK-NEXT:    %[[V4:.*]] = arith.select %[[B]], %[[D]], %[[C]] : i32
// CHECK-NEXT:    return %[[V1]], %[[V2]], %[[V3]], %[[V4]] : i32, i32, i32, i32
func.func @selects(%c: i1, %d: i1, %x: i32, %y: i32, %z: i32) -> (i32, i32, i32, i32) {
  %yes = arith.constant true
  %inner = arith.select %c, %x, %y : i32
  %0 = arith.select %c, %inner, %z : i32
  %1 = arith.select %c, %z, %inner : i32
  %2 = arith.select %d, %inner, %z : i32
  %not = arith.xori %d, %yes : i1
  %3 = arith.select %not, %x, %y : i32
  return %0, %1, %2, %3 : i32, i32, i32, i32
}

// CHECK-LABEL: func.func @selects_constants
// CHECK-SAME:    (%[[A:.*]]: i1)
// CHECK-DAG:     %[[C0:.*]] = arith.constant 0 : i32
// CHECK-DAG:     %[[C1:.*]] = arith.constant -1 : i32
// CHECK-DAG:     %[[T:.*]] = arith.constant true
// CHECK-NEXT:    %[[V3:.*]] = arith.xori %[[A]], %[[T]] : i1
// CHECK-NEXT:    %[[V4:.*]] = arith.extui %[[A]] : i1 to i32
// CHECK-NEXT:    %[[V5:.*]] = arith.xori %[[A]], %[[T]] : i1
// CHECK-NEXT:    %[[V6:.*]] = arith.extui %[[V5]] : i1 to i32
// CHECK-NEXT:    %[[V7:.*]] = arith.select %[[A]], %[[C1]], %[[C0]] : i32
// CHECK-NEXT:    return %[[V3]], %[[V4]], %[[V6]], %[[V7]] : i1, i32, i32, i32
func.func @selects_constants(%c: i1) -> (i1, i32, i32, i32) {
  %yes = arith.constant true
  %no = arith.constant false
  %c0 = arith.constant 0 : i32
  %c1 = arith.constant 1 : i32
  %minus = arith.constant -1 : i32
  %0 = arith.select %c, %no, %yes : i1
  %1 = arith.select %c, %c1, %c0 : i32
  %2 = arith.select %c, %c0, %c1 : i32
  %3 = arith.select %c, %minus, %c0 : i32
  return %0, %1, %2, %3 : i1, i32, i32, i32
}

// CHECK-LABEL: func.func @truncates_extensions
// CHECK-SAME:    (%[[A:.*]]: i8, %[[B:.*]]: i32)
// CHECK-NEXT:    %[[V0:.*]] = arith.extsi %[[A]] : i8 to i16
// CHECK-NEXT:    %[[V1:.*]] = arith.extui %[[A]] : i8 to i16
// CHECK-NEXT:    %[[V2:.*]] = arith.trunci %[[B]] : i32 to i16
// CHECK-NEXT:    return %[[V0]], %[[V1]], %[[V2]] : i16, i16, i16
func.func @truncates_extensions(%x: i8, %y: i32) -> (i16, i16, i16) {
  %s = arith.extsi %x : i8 to i32
  %u = arith.extui %x : i8 to i32
  %0 = arith.trunci %s overflow<nsw> : i32 to i16
  %1 = arith.trunci %u : i32 to i16
  %wide = arith.extsi %y : i32 to i64
  %2 = arith.trunci %wide : i64 to i16
  return %0, %1, %2 : i16, i16, i16
}

// CHECK-LABEL: func.func @extends_extensions
// CHECK-SAME:    (%[[A:.*]]: i8)
// CHECK-NEXT:    %[[V0:.*]] = arith.extsi %[[A]] : i8 to i16
// CHECK-NEXT:    %[[V1:.*]] = arith.extui %[[A]] : i8 to i32
// CHECK-NEXT:    %[[V2:.*]] = arith.extui %[[V0]] : i16 to i32
// CHECK-NEXT:    return %[[V1]], %[[V2]] : i32, i32
func.func @extends_extensions(%x: i8) -> (i32, i32) {
  %u = arith.extui %x : i8 to i16
  %s = arith.extsi %x : i8 to i16
  %0 = arith.extsi %u : i16 to i32
  %1 = arith.extui %s : i16 to i32
  return %0, %1 : i32, i32
}

// Only the upper half is left; whether a negative number fits is not known any more.
// CHECK-LABEL: func.func @truncates_shift
// CHECK-SAME:    (%[[A:.*]]: i32)
// CHECK-DAG:     %[[C0:.*]] = arith.constant 16 : i32
// CHECK-DAG:     %[[C1:.*]] = arith.constant 15 : i32
// CHECK-NEXT:    %[[V2:.*]] = arith.shrui %[[A]], %[[C0]] : i32
// CHECK-NEXT:    %[[V3:.*]] = arith.trunci %[[V2]] overflow<nuw> : i32 to i16
// CHECK-NEXT:    %[[V4:.*]] = arith.shrsi %[[A]], %[[C1]] : i32
// CHECK-NEXT:    %[[V5:.*]] = arith.trunci %[[V4]] : i32 to i16
// CHECK-NEXT:    return %[[V3]], %[[V5]] : i16, i16
func.func @truncates_shift(%x: i32) -> (i16, i16) {
  %c16 = arith.constant 16 : i32
  %c15 = arith.constant 15 : i32
  %0 = arith.shrsi %x, %c16 : i32
  %1 = arith.trunci %0 overflow<nsw, nuw> : i32 to i16
  %2 = arith.shrsi %x, %c15 : i32
  %3 = arith.trunci %2 : i32 to i16
  return %1, %3 : i16, i16
}

// CHECK-LABEL: func.func @index_there_and_back
// CHECK-SAME:    (%[[A:.*]]: i32, %[[B:.*]]: index, %[[C:.*]]: i8)
// CHECK-NEXT:    %[[V0:.*]] = arith.index_cast %[[C]] : i8 to index
// CHECK-NEXT:    %[[V1:.*]] = arith.index_castui %[[C]] : i8 to index
// CHECK-NEXT:    return %[[A]], %[[B]], %[[V0]], %[[V1]] : i32, index, index, index
func.func @index_there_and_back(%x: i32, %i: index, %b: i8) -> (i32, index, index, index) {
  %there = arith.index_cast %x : i32 to index
  %0 = arith.index_cast %there : index to i32
  %wide = arith.index_castui %i : index to i64
  %1 = arith.index_castui %wide : i64 to index
  %s = arith.extsi %b : i8 to i16
  %2 = arith.index_cast %s : i16 to index
  %u = arith.extui %b : i8 to i16
  %3 = arith.index_castui %u : i16 to index
  return %0, %1, %2, %3 : i32, index, index, index
}

// Eight bits do not hold an index.
// CHECK-LABEL: func.func @index_through_eight_bits
// CHECK-SAME:    (%[[A:.*]]: index)
// CHECK-NEXT:    %[[V0:.*]] = arith.index_cast %[[A]] : index to i8
// CHECK-NEXT:    %[[V1:.*]] = arith.index_cast %[[V0]] : i8 to index
// CHECK-NEXT:    return %[[V1]] : index
func.func @index_through_eight_bits(%i: index) -> index {
  %narrow = arith.index_cast %i : index to i8
  %0 = arith.index_cast %narrow : i8 to index
  return %0 : index
}

// CHECK-LABEL: func.func @bits_there_and_back
// CHECK-SAME:    (%[[A:.*]]: i32)
// CHECK-DAG:     %[[C0:.*]] = arith.constant dense<[15360, -32768]> : vector<2xi16>
// CHECK-NEXT:    return %[[A]], %[[C0]] : i32, vector<2xi16>
func.func @bits_there_and_back(%x: i32) -> (i32, vector<2xi16>) {
  %f = arith.bitcast %x : i32 to f32
  %0 = arith.bitcast %f : f32 to i32
  %v = arith.constant dense<[1.0, -0.0]> : vector<2xf16>
  %1 = arith.bitcast %v : vector<2xf16> to vector<2xi16>
  return %0, %1 : i32, vector<2xi16>
}

// CHECK-LABEL: func.func @negated_factors
// CHECK-SAME:    (%[[A:.*]]: f32, %[[B:.*]]: f32)
// CHECK-NEXT:    %[[V0:.*]] = arith.negf %[[A]] : f32
// CHECK-NEXT:    %[[V1:.*]] = arith.mulf %[[A]], %[[B]] fastmath<contract> : f32
// CHECK-NEXT:    %[[V2:.*]] = arith.divf %[[A]], %[[B]] : f32
// CHECK-NEXT:    %[[V3:.*]] = arith.mulf %[[V0]], %[[B]] : f32
// CHECK-NEXT:    return %[[V1]], %[[V2]], %[[V3]] : f32, f32, f32
func.func @negated_factors(%x: f32, %y: f32) -> (f32, f32, f32) {
  %nx = arith.negf %x : f32
  %ny = arith.negf %y : f32
  %0 = arith.mulf %nx, %ny fastmath<contract> : f32
  %1 = arith.divf %nx, %ny : f32
  %2 = arith.mulf %nx, %y : f32
  return %0, %1, %2 : f32, f32, f32
}

// Rounding once and rounding twice are the same only where the first conversion is exact.
// CHECK-LABEL: func.func @rounds_integers
// CHECK-SAME:    (%[[A:.*]]: i16, %[[B:.*]]: i64)
// CHECK-NEXT:    %[[V0:.*]] = arith.sitofp %[[A]] : i16 to f32
// CHECK-NEXT:    %[[V1:.*]] = arith.sitofp %[[A]] : i16 to f16
// CHECK-NEXT:    %[[V2:.*]] = arith.truncf %[[V0]] upward : f32 to f16
// CHECK-NEXT:    %[[V3:.*]] = arith.sitofp %[[B]] : i64 to f32
// CHECK-NEXT:    %[[V4:.*]] = arith.truncf %[[V3]] : f32 to f16
// CHECK-NEXT:    return %[[V1]], %[[V2]], %[[V4]] : f16, f16, f16
func.func @rounds_integers(%x: i16, %y: i64) -> (f16, f16, f16) {
  %exact = arith.sitofp %x : i16 to f32
  %0 = arith.truncf %exact : f32 to f16
  %1 = arith.truncf %exact upward : f32 to f16
  %rounded = arith.sitofp %y : i64 to f32
  %2 = arith.truncf %rounded : f32 to f16
  return %0, %1, %2 : f16, f16, f16
}

// CHECK-LABEL: func.func @unused_halves
// CHECK-SAME:    (%[[A:.*]]: i32, %[[B:.*]]: i32)
// CHECK-NEXT:    %[[V0:.*]] = arith.addi %[[A]], %[[B]] : i32
// CHECK-NEXT:    %[[V1:.*]] = arith.muli %[[A]], %[[B]] : i32
// CHECK-NEXT:    %[[V2:.*]] = arith.muli %[[A]], %[[B]] : i32
// CHECK-NEXT:    return %[[V0]], %[[V1]], %[[V2]] : i32, i32, i32
func.func @unused_halves(%x: i32, %y: i32) -> (i32, i32, i32) {
  %0, %overflow = arith.addui_extended %x, %y : i32, i1
  %1, %high = arith.mulsi_extended %x, %y : i32
  %2, %above = arith.mului_extended %x, %y : i32
  return %0, %1, %2 : i32, i32, i32
}

// CHECK-LABEL: func.func @used_halves
// CHECK-SAME:    (%[[A:.*]]: i32, %[[B:.*]]: i32)
// CHECK-NEXT:    %{{.*}}, %[[V0:.*]] = arith.addui_extended %[[A]], %[[B]] : i32, i1
// CHECK-NEXT:    %{{.*}}, %[[V1:.*]] = arith.mulsi_extended %[[A]], %[[B]] : i32
// CHECK-NEXT:    %{{.*}}, %[[V2:.*]] = arith.mului_extended %[[A]], %[[B]] : i32
// CHECK-NEXT:    return %[[V0]], %[[V1]], %[[V2]] : i1, i32, i32
func.func @used_halves(%x: i32, %y: i32) -> (i1, i32, i32) {
  %0, %overflow = arith.addui_extended %x, %y : i32, i1
  %1, %high = arith.mulsi_extended %x, %y : i32
  %2, %above = arith.mului_extended %x, %y : i32
  return %overflow, %high, %above : i1, i32, i32
}

// CHECK-LABEL: func.func @extended_product_with_one
// CHECK-SAME:    (%[[A:.*]]: i32)
// CHECK-DAG:     %[[C0:.*]] = arith.constant 0 : i32
// CHECK-NEXT:    %[[V1:.*]] = arith.cmpi slt, %[[A]], %[[C0]] : i32
// CHECK-NEXT:    %[[V2:.*]] = arith.extsi %[[V1]] : i1 to i32
// CHECK-NEXT:    return %[[A]], %[[V2]], %[[A]], %[[C0]] : i32, i32, i32, i32
func.func @extended_product_with_one(%x: i32) -> (i32, i32, i32, i32) {
  %c1 = arith.constant 1 : i32
  %0, %1 = arith.mulsi_extended %x, %c1 : i32
  %2, %3 = arith.mului_extended %c1, %x : i32
  return %0, %1, %2, %3 : i32, i32, i32, i32
}

// CHECK-LABEL: func.func @compares_as_integers
// CHECK-SAME:    (%[[A:.*]]: i8)
// CHECK-DAG:     %[[T:.*]] = arith.constant true
// CHECK-DAG:     %[[C1:.*]] = arith.constant 100 : i8
// CHECK-DAG:     %[[C2:.*]] = arith.constant -4 : i8
// CHECK-DAG:     %[[C3:.*]] = arith.constant 4 : i8
// CHECK-NEXT:    %[[V4:.*]] = arith.cmpi sle, %[[A]], %[[C3]] : i8
// CHECK-NEXT:    %[[V5:.*]] = arith.cmpi sge, %[[A]], %[[C2]] : i8
// CHECK-NEXT:    %[[V6:.*]] = arith.cmpi eq, %[[A]], %[[C1]] : i8
// CHECK-NEXT:    %[[V7:.*]] = arith.cmpi ule, %[[A]], %[[C1]] : i8
// CHECK-NEXT:    return %[[V4]], %[[V5]], %[[V6]], %[[T]], %[[T]], %[[V7]] : i1, i1, i1, i1, i1, i1
func.func @compares_as_integers(%x: i8) -> (i1, i1, i1, i1, i1, i1) {
  %f = arith.sitofp %x : i8 to f32
  %g = arith.uitofp %x : i8 to f32
  %middle = arith.constant 4.5 : f32
  %minus = arith.constant -4.5 : f32
  %whole = arith.constant 100.0 : f32
  %0 = arith.cmpf olt, %f, %middle : f32
  %1 = arith.cmpf uge, %f, %minus : f32
  %2 = arith.cmpf oeq, %f, %whole : f32
  %3 = arith.cmpf ogt, %g, %minus : f32
  %4 = arith.cmpf one, %f, %middle : f32
  %5 = arith.cmpf ule, %g, %whole : f32
  return %0, %1, %2, %3, %4, %5 : i1, i1, i1, i1, i1, i1
}

// Not all integers of 32 bits have a number of their own, and some are infinite in f16.
// CHECK-LABEL: func.func @compares_as_reals
// CHECK-SAME:    (%[[A:.*]]: i32)
// CHECK-DAG:     %[[C0:.*]] = arith.constant 3 : i32
// CHECK-DAG:     %[[C1:.*]] = arith.constant 0x7C00 : f16
// CHECK-DAG:     %[[C2:.*]] = arith.constant 0x4B800000 : f32
// CHECK-NEXT:    %[[V3:.*]] = arith.sitofp %[[A]] : i32 to f32
// CHECK-NEXT:    %[[V4:.*]] = arith.cmpf oeq, %[[V3]], %[[C2]] : f32
// CHECK-NEXT:    %[[V5:.*]] = arith.sitofp %[[A]] : i32 to f16
// CHECK-NEXT:    %[[V6:.*]] = arith.cmpf olt, %[[V5]], %[[C1]] : f16
// CHECK-NEXT:    %[[V7:.*]] = arith.cmpi slt, %[[A]], %[[C0]] : i32
// CHECK-NEXT:    return %[[V4]], %[[V6]], %[[V7]] : i1, i1, i1
func.func @compares_as_reals(%x: i32) -> (i1, i1, i1) {
  %f = arith.sitofp %x : i32 to f32
  %far = arith.constant 16777216.0 : f32
  %0 = arith.cmpf oeq, %f, %far : f32
  %h = arith.sitofp %x : i32 to f16
  %infinity = arith.constant 0x7C00 : f16
  %1 = arith.cmpf olt, %h, %infinity : f16
  %near = arith.constant 3.0 : f16
  %2 = arith.cmpf olt, %h, %near : f16
  return %0, %1, %2 : i1, i1, i1
}

// The constants wrap, so that the sum may where each step did not.
// CHECK-LABEL: func.func @promises_that_fall
// CHECK-SAME:    (%[[A:.*]]: i8, %[[B:.*]]: i64)
// CHECK-DAG:     %[[C0:.*]] = arith.constant -50 : i8
// CHECK-DAG:     %[[C1:.*]] = arith.constant -56 : i8
// CHECK-NEXT:    %[[V2:.*]] = arith.addi %[[A]], %[[C1]] overflow<nuw> : i8
// CHECK-NEXT:    %[[V3:.*]] = arith.addi %[[A]], %[[C0]] overflow<nsw> : i8
// CHECK-NEXT:    %[[V4:.*]] = arith.trunci %[[B]] overflow<nuw> : i64 to i16
// CHECK-NEXT:    return %[[V2]], %[[V3]], %[[V4]] : i8, i8, i16
func.func @promises_that_fall(%x: i8, %y: i64) -> (i8, i8, i16) {
  %c100 = arith.constant 100 : i8
  %c50 = arith.constant 50 : i8
  %0 = arith.addi %x, %c100 overflow<nsw, nuw> : i8
  %1 = arith.addi %0, %c100 overflow<nsw, nuw> : i8
  %2 = arith.subi %x, %c100 overflow<nsw, nuw> : i8
  %3 = arith.addi %2, %c50 overflow<nsw, nuw> : i8
  %4 = arith.trunci %y overflow<nuw> : i64 to i32
  %5 = arith.trunci %4 overflow<nsw, nuw> : i32 to i16
  return %1, %3, %5 : i8, i8, i16
}

// There is no constant of a size that is not known.
// CHECK-LABEL: func.func @unknown_sizes
// CHECK-SAME:    (%[[A:.*]]: tensor<?xi32>)
// CHECK-NEXT:    %[[V0:.*]] = arith.subi %[[A]], %[[A]] : tensor<?xi32>
// CHECK-NEXT:    %[[V1:.*]] = arith.cmpi eq, %[[A]], %[[A]] : tensor<?xi32>
// CHECK-NEXT:    return %[[V0]], %[[V1]] : tensor<?xi32>, tensor<?xi1>
func.func @unknown_sizes(%t: tensor<?xi32>) -> (tensor<?xi32>, tensor<?xi1>) {
  %0 = arith.subi %t, %t : tensor<?xi32>
  %1 = arith.cmpi eq, %t, %t : tensor<?xi32>
  return %0, %1 : tensor<?xi32>, tensor<?xi1>
}

// What touches no memory goes where it is not used, also a division.
// CHECK-LABEL: func.func @unused
// CHECK-NEXT:    return
func.func @unused(%x: i32, %y: i32) {
  %0 = arith.divsi %x, %y : i32
  %1 = arith.remui %0, %y : i32
  %2 = arith.addi %1, %x : i32
  return
}
