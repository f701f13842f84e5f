// RUN: tile-opt %s --allow-unregistered-dialect --split-input-file --verify-diagnostics

func.func @f(%m: memref<8x8xf32>) {
  // expected-error @+1 {{expected result type with size = 3 instead of 4 in dim = 1}}
  %0 = memref.reinterpret_cast %m to offset: [0], sizes: [2, 3], strides: [3, 1] : memref<8x8xf32> to memref<2x4xf32>
  return
}

// -----

func.func @f(%m: memref<8x8xf32>) {
  // expected-error @+1 {{different element types specified for source type 'memref<8x8xf32>' and result memref type 'memref<2x3xi32>'}}
  %0 = memref.reinterpret_cast %m to offset: [0], sizes: [2, 3], strides: [3, 1] : memref<8x8xf32> to memref<2x3xi32>
  return
}

// -----

func.func @f(%m: memref<8x8xf32>) {
  // expected-error @+1 {{different memory spaces specified for source type 'memref<8x8xf32>' and result memref type 'memref<2x3xf32, 1>'}}
  %0 = memref.reinterpret_cast %m to offset: [0], sizes: [2, 3], strides: [3, 1] : memref<8x8xf32> to memref<2x3xf32, 1>
  return
}

// -----

func.func @f(%m: memref<8x8xf32>) {
  // expected-error @+1 {{expected result type with stride = 4 instead of 3 in dim = 0}}
  %0 = memref.reinterpret_cast %m to offset: [0], sizes: [2, 3], strides: [4, 1] : memref<8x8xf32> to memref<2x3xf32>
  return
}

// -----

func.func @f(%m: memref<8x8xf32>) {
  // expected-error @+1 {{expected result type with offset = 1 instead of 0}}
  %0 = memref.reinterpret_cast %m to offset: [1], sizes: [2, 3], strides: [3, 1] : memref<8x8xf32> to memref<2x3xf32>
  return
}

// -----

func.func @f(%m: memref<8x8xf32>, %i: index) {
  // expected-error @+1 {{expected result type with offset = dynamic instead of 0}}
  %0 = memref.reinterpret_cast %m to offset: [%i], sizes: [2, 3], strides: [3, 1] : memref<8x8xf32> to memref<2x3xf32>
  return
}

// -----

func.func @f(%m: memref<8x8xf32>, %i: index) {
  // expected-error @+1 {{expected result type with size = dynamic instead of 2 in dim = 0}}
  %0 = memref.reinterpret_cast %m to offset: [0], sizes: [%i, 3], strides: [3, 1] : memref<8x8xf32> to memref<2x3xf32>
  return
}

// -----

func.func @f(%m: memref<8x8xf32>) {
  // expected-error @+1 {{expected mixed sizes rank to match mixed strides rank (1 vs 2) so the rank of the result type is well-formed.}}
  %0 = memref.reinterpret_cast %m to offset: [0], sizes: [2], strides: [3, 1] : memref<8x8xf32> to memref<2x3xf32>
  return
}

// -----

func.func @f(%m: memref<8x8xf32>) {
  // expected-error @+1 {{expected 1 offset values, got 2}}
  %0 = memref.reinterpret_cast %m to offset: [0, 1], sizes: [2, 3], strides: [3, 1] : memref<8x8xf32> to memref<2x3xf32>
  return
}

// -----

func.func @f(%m: memref<8x8xf32>) {
  // expected-error @+1 {{expected offsets to be non-negative, but got -1}}
  %0 = memref.reinterpret_cast %m to offset: [-1], sizes: [2, 3], strides: [3, 1] : memref<8x8xf32> to memref<2x3xf32>
  return
}

// -----

func.func @f(%m: memref<8x8xf32>) {
  // expected-error @+1 {{'memref.reinterpret_cast' op result #0 must be strided memref of any type values, but got 'memref<2x3xf32, affine_map<(d0, d1) -> (d1, d0)>>'}}
  %0 = memref.reinterpret_cast %m to offset: [0], sizes: [2, 3], strides: [3, 1] : memref<8x8xf32> to memref<2x3xf32, affine_map<(d0,d1)->(d1,d0)>>
  return
}

// -----

func.func @f(%m: memref<8x8xf32>, %s: memref<2xindex>) {
  // expected-error @+1 {{'memref.reshape' op length of shape operand differs from the result's memref rank}}
  %0 = memref.reshape %m(%s) : (memref<8x8xf32>, memref<2xindex>) -> memref<4xf32>
  return
}

// -----

func.func @f(%m: memref<8x8xf32>, %s: memref<2xindex>) {
  // expected-error @+1 {{'memref.reshape' op element types of source and destination memref types should be the same}}
  %0 = memref.reshape %m(%s) : (memref<8x8xf32>, memref<2xindex>) -> memref<4x4xi32>
  return
}

// -----

func.func @f(%m: memref<8x8xf32>, %k: memref<?xindex>) {
  // expected-error @+1 {{'memref.reshape' op cannot use shape operand with dynamic length to reshape to statically-ranked memref type}}
  %0 = memref.reshape %m(%k) : (memref<8x8xf32>, memref<?xindex>) -> memref<4x4xf32>
  return
}

// -----

func.func @f(%m: memref<8x8xf32>, %s: memref<2xindex>) {
  // expected-error @+1 {{'memref.reshape' op result memref type should have identity affine map}}
  %0 = memref.reshape %m(%s) : (memref<8x8xf32>, memref<2xindex>) -> memref<8x8xf32, strided<[1, 1]>>
  return
}

// -----

func.func @f(%b: memref<8x8xf32, strided<[?,?], offset: ?>>, %s: memref<2xindex>) {
  // expected-error @+1 {{'memref.reshape' op source memref type should have identity affine map}}
  %0 = memref.reshape %b(%s) : (memref<8x8xf32, strided<[?,?], offset: ?>>, memref<2xindex>) -> memref<8x8xf32>
  return
}

// -----

func.func @f(%m: memref<8x8xf32>, %v: memref<8xf32>) {
  // expected-error @+1 {{'memref.reshape' op operand #1 must be 1D memref of signless integer or index values, but got 'memref<8xf32>'}}
  %0 = memref.reshape %m(%v) : (memref<8x8xf32>, memref<8xf32>) -> memref<8x9xf32>
  return
}

// -----

func.func @f(%m: memref<8x8xf32>) {
  // expected-error @+1 {{'memref.expand_shape' op collapsed dim size (8) must equal reassociation group size (10)}}
  %0 = memref.expand_shape %m [[0], [1, 2]] output_shape [8, 2, 4] : memref<8x8xf32> into memref<8x2x5xf32>
  return
}

// -----

func.func @f(%m: memref<8x8xf32>) {
  // expected-error @+1 {{'memref.expand_shape' op reassociation indices must be contiguous}}
  %0 = memref.expand_shape %m [[0], [2, 1]] output_shape [8, 2, 4] : memref<8x8xf32> into memref<8x2x4xf32>
  return
}

// -----

func.func @f(%m: memref<8x8xf32>) {
  // expected-error @+1 {{'memref.expand_shape' op invalid number of reassociation groups: found 1, expected 2}}
  %0 = memref.expand_shape %m [[0, 1, 2]] output_shape [8, 2, 4] : memref<8x8xf32> into memref<8x2x4xf32>
  return
}

// -----

func.func @f(%m: memref<8x8xf32>) {
  // expected-error @+1 {{'memref.expand_shape' op expected expanded type to be 'memref<8x2x4xf32>' but found 'memref<8x2x4xf32, strided<[1, 1, 1]>>'}}
  %0 = memref.expand_shape %m [[0], [1, 2]] output_shape [8, 2, 4] : memref<8x8xf32> into memref<8x2x4xf32, strided<[1, 1, 1]>>
  return
}

// -----

func.func @f(%m: memref<8x8xf32>) {
  // expected-error @+1 {{'memref.expand_shape' op invalid output shape provided at pos 2}}
  %0 = memref.expand_shape %m [[0], [1, 2]] output_shape [8, 2, 5] : memref<8x8xf32> into memref<8x2x4xf32>
  return
}

// -----

func.func @f(%m: memref<8x8xf32>) {
  // expected-error @+1 {{'memref.expand_shape' op expected number of static shape bounds to be equal to the output rank (3) but found 2 inputs instead}}
  %0 = memref.expand_shape %m [[0], [1, 2]] output_shape [8, 2] : memref<8x8xf32> into memref<8x2x4xf32>
  return
}

// -----

func.func @f(%d: memref<?x?xf32>, %i: index) {
  // expected-error @+1 {{'memref.expand_shape' op collapsed dim (1) must be dynamic if and only if reassociation group is dynamic}}
  %0 = memref.expand_shape %d [[0], [1, 2]] output_shape [%i, 2, 4] : memref<?x?xf32> into memref<?x2x4xf32>
  return
}

// -----

func.func @f(%z: memref<f32>) {
  // expected-error @+1 {{'memref.expand_shape' op rank 0 memrefs can only be extended/collapsed with/from ones}}
  %0 = memref.expand_shape %z [] output_shape [1, 2] : memref<f32> into memref<1x2xf32>
  return
}

// -----

func.func @f(%m: memref<8x8xf32>) {
  // expected-error @+1 {{'memref.collapse_shape' op collapsed dim size (63) must equal reassociation group size (64)}}
  %0 = memref.collapse_shape %m [[0, 1]] : memref<8x8xf32> into memref<63xf32>
  return
}

// -----

func.func @f(%m: memref<8x8xf32>) {
  // expected-error @+1 {{'memref.collapse_shape' op invalid number of reassociation groups: found 2, expected 1}}
  %0 = memref.collapse_shape %m [[0], [1]] : memref<8x8xf32> into memref<64xf32>
  return
}

// -----

func.func @f(%m: memref<8x8xf32>) {
  // expected-error @+1 {{'memref.collapse_shape' op reassociation indices must be contiguous}}
  %0 = memref.collapse_shape %m [[1, 0]] : memref<8x8xf32> into memref<64xf32>
  return
}

// -----

func.func @f(%m: memref<8x8xf32>) {
  // expected-error @+1 {{'memref.collapse_shape' op rank 0 memrefs can only be extended/collapsed with/from ones}}
  %0 = memref.collapse_shape %m [] : memref<8x8xf32> into memref<f32>
  return
}

// -----

func.func @f(%b: memref<8x8xf32, strided<[?,?], offset: ?>>) {
  // expected-error @+1 {{'memref.collapse_shape' op expected collapsed type to be 'memref<64xf32, strided<[?], offset: ?>>' but found 'memref<64xf32>'}}
  %0 = memref.collapse_shape %b [[0, 1]] : memref<8x8xf32, strided<[?,?], offset: ?>> into memref<64xf32>
  return
}

// -----

func.func @f(%m: memref<8x8xf32>) {
  // expected-error @+1 {{'memref.collapse_shape' op collapsed dim (0) must be dynamic if and only if reassociation group is dynamic}}
  %0 = memref.collapse_shape %m [[0, 1]] : memref<8x8xf32> into memref<?xf32>
  return
}

// -----

func.func @f(%v: memref<8xf32>) {
  // expected-error @+1 {{'memref.collapse_shape' op reassociation index 1 is out of bounds}}
  %0 = memref.collapse_shape %v [[0, 1]] : memref<8xf32> into memref<64xf32>
  return
}

// -----

func.func @f(%m: memref<8x8xf32>) {
  // expected-error @+1 {{'memref.transpose' op expected a permutation map}}
  %0 = memref.transpose %m (i, j) -> (j, j) : memref<8x8xf32> to memref<8x8xf32, strided<[1, 8]>>
  return
}

// -----

func.func @f(%m: memref<8x8xf32>) {
  // expected-error @+1 {{'memref.transpose' op expected a permutation map of same rank as the input}}
  %0 = memref.transpose %m (i) -> (i) : memref<8x8xf32> to memref<8x8xf32, strided<[1, 8]>>
  return
}

// -----

func.func @f(%x: f32, %m: memref<8x8xf32>, %i: index) {
  // expected-error @+1 {{'memref.atomic_rmw' op expects the number of subscripts to be equal to memref rank}}
  %0 = memref.atomic_rmw addf %x, %m[%i] : (f32, memref<8x8xf32>) -> f32
  return
}

// -----

func.func @f(%x: f32, %m: memref<8x8xf32>, %i: index) {
  // expected-error @+1 {{'memref.atomic_rmw' op with kind 'addi' expects an integer type}}
  %0 = memref.atomic_rmw addi %x, %m[%i, %i] : (f32, memref<8x8xf32>) -> f32
  return
}

// -----

func.func @f(%n: i32, %m: memref<8x8xf32>, %i: index) {
  // expected-error @+1 {{'memref.atomic_rmw' op failed to verify that value type matches element type of memref}}
  %0 = memref.atomic_rmw addf %n, %m[%i, %i] : (i32, memref<8x8xf32>) -> i32
  return
}

// -----

func.func @f(%n: i32, %l: memref<4xi8>, %i: index) {
  // expected-error @+1 {{'memref.atomic_rmw' op failed to verify that all of {value, result} have same type}}
  %0 = memref.atomic_rmw addf %n, %l[%i] : (i32, memref<4xi8>) -> i8
  return
}

// -----

func.func @f(%n: i32, %l: memref<4xi8>, %i: index) {
  // expected-error @+1 {{custom op 'memref.atomic_rmw' expected string or keyword containing one of the following enum values for attribute 'kind' [addf, addi, andi, assign, maximumf, maxnumf, maxs, maxu, minimumf, minnumf, mins, minu, mulf, muli, ori, xori]}}
  %0 = memref.atomic_rmw foo %n, %l[%i] : (i32, memref<4xi8>) -> i8
  return
}

// -----

func.func @f(%x: f32, %v: memref<8xf32>, %i: index) {
  // expected-error @+1 {{'memref.atomic_rmw' op with kind 'andi' expects an integer type}}
  %0 = "memref.atomic_rmw"(%x, %v, %i) <{kind = 2 : i64}> : (f32, memref<8xf32>, index) -> f32
  return
}

// -----

func.func @f(%v: memref<8xf32>, %i: index, %n: i32) {
  // expected-error @+1 {{'memref.atomic_yield' op types mismatch between yield op: 'i32' and its parent: 'f32'}}
  %0 = memref.generic_atomic_rmw %v[%i] : memref<8xf32> { ^bb0(%a: f32): memref.atomic_yield %n : i32 }
  return
}

// -----

func.func @f(%v: memref<8xf32>, %i: index, %x: f32) {
  // expected-error @+1 {{'memref.generic_atomic_rmw' op expected block argument of the same type result type}}
  %0 = memref.generic_atomic_rmw %v[%i] : memref<8xf32> { ^bb0(%a: i32): memref.atomic_yield %x : f32 }
  return
}

// -----

func.func @f(%v: memref<8xf32>, %i: index, %x: f32) {
  // expected-error @+1 {{body of 'memref.generic_atomic_rmw' should contain only operations with no side effects}}
  %0 = memref.generic_atomic_rmw %v[%i] : memref<8xf32> { ^bb0(%a: f32): memref.load %v[%i] : memref<8xf32> memref.atomic_yield %x : f32 }
  return
}

// -----

func.func @f(%v: memref<8xf32>, %i: index, %x: f32) {
  // expected-error @+1 {{'memref.generic_atomic_rmw' op expected single number of entry block arguments}}
  %0 = memref.generic_atomic_rmw %v[%i] : memref<8xf32> { memref.atomic_yield %x : f32 }
  return
}

// -----

func.func @f(%v: memref<8xf32>, %i: index, %x: f32) {
  // expected-error @+1 {{'memref.generic_atomic_rmw' op failed to verify that result type matches element type of memref}}
  %0 = "memref.generic_atomic_rmw"(%v, %i) ({ ^bb0(%a: f32): memref.atomic_yield %x : f32 }) : (memref<8xf32>, index) -> i32
  return
}

// -----

func.func @f(%x: f32) {
  // expected-error @+1 {{'memref.atomic_yield' op expects parent op 'memref.generic_atomic_rmw'}}
  memref.atomic_yield %x : f32
  return
}

// -----

func.func @f(%m: memref<8x8xf32>) {
  // expected-error @+1 {{'memref.assume_alignment' op attribute 'alignment' failed to satisfy constraint: 32-bit signless integer attribute whose value is positive}}
  %0 = memref.assume_alignment %m, 0 : memref<8x8xf32>
  return
}

// -----

func.func @f(%m: memref<8x8xf32>) {
  // expected-error @+1 {{'memref.assume_alignment' op alignment must be power of 2}}
  %0 = memref.assume_alignment %m, 3 : memref<8x8xf32>
  return
}

// -----

func.func @f(%m: memref<8x8xf32>) {
  // expected-error @+1 {{'memref.realloc' op operand #0 must be 1D memref of any type values, but got 'memref<8x8xf32>'}}
  %0 = memref.realloc %m : memref<8x8xf32> to memref<64xf32>
  return
}

// -----

func.func @f(%v: memref<8xf32>) {
  // expected-error @+1 {{missing dimension operand for result type 'memref<?xf32>'}}
  %0 = memref.realloc %v : memref<8xf32> to memref<?xf32>
  return
}

// -----

func.func @f(%v: memref<8xf32>, %i: index) {
  // expected-error @+1 {{unnecessary dimension operand for result type 'memref<16xf32>'}}
  %0 = memref.realloc %v(%i) : memref<8xf32> to memref<16xf32>
  return
}

// -----

func.func @f(%v: memref<8xf32>, %i: index) {
  // expected-error @+1 {{different element types specified for source memref type 'memref<8xf32>' and result memref type 'memref<?xi32>'}}
  %0 = memref.realloc %v(%i) : memref<8xf32> to memref<?xi32>
  return
}

// -----

func.func @f(%v: memref<8xf32>) {
  // expected-error @+1 {{different memory spaces specified for source memref type 'memref<8xf32>' and result memref type 'memref<16xf32, 1>'}}
  %0 = memref.realloc %v : memref<8xf32> to memref<16xf32, 1>
  return
}

// -----

func.func @f(%v: memref<8xf32>) {
  // expected-error @+1 {{unsupported layout for result memref type 'memref<16xf32, strided<[2]>>'}}
  %0 = memref.realloc %v : memref<8xf32> to memref<16xf32, strided<[2]>>
  return
}

// -----

func.func @f(%v: memref<8xf32>, %i: index) {
  // expected-error @+1 {{'memref.prefetch' op too few indices}}
  memref.prefetch %v[%i, %i], read, locality<3>, data : memref<8xf32>
  return
}

// -----

func.func @f(%v: memref<8xf32>, %i: index) {
  // expected-error @+1 {{custom op 'memref.prefetch' rw specifier has to be 'read' or 'write'}}
  memref.prefetch %v[%i], foo, locality<3>, data : memref<8xf32>
  return
}

// -----

func.func @f(%v: memref<8xf32>, %i: index) {
  // expected-error @+1 {{'memref.prefetch' op attribute 'localityHint' failed to satisfy constraint: 32-bit signless integer attribute whose minimum value is 0 whose maximum value is 3}}
  memref.prefetch %v[%i], read, locality<4>, data : memref<8xf32>
  return
}

// -----

func.func @f(%v: memref<8xf32>, %i: index) {
  // expected-error @+1 {{custom op 'memref.prefetch' cache type has to be 'data' or 'instr'}}
  memref.prefetch %v[%i], read, locality<3>, foo : memref<8xf32>
  return
}

// -----

func.func @f(%v: memref<8xf32>) {
  // expected-error @+1 {{'memref.memory_space_cast' op operand type 'memref<8xf32>' and result type 'memref<9xf32, 1>' are cast incompatible}}
  %0 = memref.memory_space_cast %v : memref<8xf32> to memref<9xf32, 1>
  return
}

// -----

func.func @f(%m: memref<8x8xf32>) {
  // expected-error @+1 {{'memref.distinct_objects' op operand types and result types must match}}
  %0 = "memref.distinct_objects"(%m) : (memref<8x8xf32>) -> memref<8xf32>
  return
}

// -----

func.func @f(%n: i32) {
  // expected-error @+1 {{'memref.alloca_scope' op along control flow edge from Operation memref.alloca_scope.return to parent: successor operand type #0 'i32' should match successor input type #0 'f32'}}
  %0 = memref.alloca_scope -> (f32) { memref.alloca_scope.return %n : i32 }
  return
}

// -----

func.func @f() {
  // expected-error @+1 {{'memref.alloca_scope.return' op expects parent op 'memref.alloca_scope'}}
  memref.alloca_scope.return
  return
}

// -----

func.func @f(%m: memref<8x8xf32>) {
  // expected-error @+1 {{operation defines 4 results but was provided 1 to bind}}
  %0 = "memref.extract_strided_metadata"(%m) : (memref<8x8xf32>) -> (memref<f32>, index, index, index)
  return
}

// -----

func.func @f(%z: memref<f32>, %m: memref<8x8xf32>) {
  // expected-error @+1 {{'memref.copy' op requires the same shape for all operands}}
  memref.copy %z, %m : memref<f32> to memref<8x8xf32>
  return
}

// -----

func.func @f(%v: memref<8xf32>, %i: index, %m: memref<8x8xf32>, %tag: memref<1xi32>) {
  // expected-error @+1 {{custom op 'memref.dma_start' fewer/more types expected}}
  memref.dma_start %v[%i], %m[%i, %i], %i, %tag[%i] : memref<8xf32>, memref<8x8xf32>
  return
}

// -----

func.func @f(%v: memref<8xf32>, %i: index, %w: memref<4xf32, 1>, %tag: memref<1xi32>) {
  // expected-error @+1 {{'memref.dma_start' op expected destination to be of memref type}}
  memref.dma_start %v[%i, %i], %w[%i], %i, %tag[%i] : memref<8xf32>, memref<4xf32, 1>, memref<1xi32>
  return
}

// -----

func.func @f(%v: memref<8xf32>, %i: index, %w: memref<4xf32, 1>, %tag: memref<1xi32>) {
  // expected-error @+1 {{'memref.dma_start' op expected at least 7 operands}}
  memref.dma_start %v[%i], %w[%i], %i, %tag[] : memref<8xf32>, memref<4xf32, 1>, memref<1xi32>
  return
}

// -----

func.func @f(%v: memref<8xf32>, %i: index, %w: memref<4xf32, 1>, %tag: memref<1xi32>) {
  // expected-error @+1 {{custom op 'memref.dma_start' expected two stride related operands}}
  memref.dma_start %v[%i], %w[%i], %i, %tag[%i], %i : memref<8xf32>, memref<4xf32, 1>, memref<1xi32>
  return
}

// -----

func.func @f(%x: f32, %i: index, %w: memref<4xf32, 1>, %tag: memref<1xi32>) {
  // expected-error @+1 {{'memref.dma_start' op expected source to be of memref type}}
  memref.dma_start %x[%i], %w[%i], %i, %tag[%i] : f32, memref<4xf32, 1>, memref<1xi32>
  return
}

// -----

func.func @f(%v: memref<8xf32>, %i: index, %w: memref<4xf32, 1>, %n: i32, %tag: memref<1xi32>) {
  // expected-error @+1 {{'memref.dma_start' op expected num elements to be of index type}}
  "memref.dma_start"(%v, %i, %w, %i, %n, %tag, %i) : (memref<8xf32>, index, memref<4xf32, 1>, index, i32, memref<1xi32>, index) -> ()
  return
}

// -----

func.func @f(%v: memref<8xf32>, %i: index, %w: memref<4xf32, 1>, %x: f32) {
  // expected-error @+1 {{'memref.dma_start' op expected tag to be of memref type}}
  "memref.dma_start"(%v, %i, %w, %i, %i, %x, %i) : (memref<8xf32>, index, memref<4xf32, 1>, index, index, f32, index) -> ()
  return
}

// -----

func.func @f(%v: memref<8xf32>, %i: index, %w: memref<4xf32, 1>, %n: i32, %tag: memref<1xi32>) {
  // expected-error @+1 {{'memref.dma_start' op expected destination indices to be of index type}}
  "memref.dma_start"(%v, %i, %w, %n, %i, %tag, %i) : (memref<8xf32>, index, memref<4xf32, 1>, i32, index, memref<1xi32>, index) -> ()
  return
}

// -----

func.func @f(%v: memref<8xf32>, %n: i32, %w: memref<4xf32, 1>, %i: index, %tag: memref<1xi32>) {
  // expected-error @+1 {{'memref.dma_start' op expected source indices to be of index type}}
  "memref.dma_start"(%v, %n, %w, %i, %i, %tag, %i) : (memref<8xf32>, i32, memref<4xf32, 1>, index, index, memref<1xi32>, index) -> ()
  return
}

// -----

func.func @f(%v: memref<8xf32>, %i: index, %w: memref<4xf32, 1>, %tag: memref<1xi32>, %n: i32) {
  // expected-error @+1 {{'memref.dma_start' op expected tag indices to be of index type}}
  "memref.dma_start"(%v, %i, %w, %i, %i, %tag, %n) : (memref<8xf32>, index, memref<4xf32, 1>, index, index, memref<1xi32>, i32) -> ()
  return
}

// -----

func.func @f(%v: memref<8xf32>, %i: index, %w: memref<4xf32, 1>, %tag: memref<1xi32>) {
  // expected-error @+1 {{'memref.dma_start' op incorrect number of operands}}
  "memref.dma_start"(%v, %i, %w, %i, %i, %tag, %i, %i) : (memref<8xf32>, index, memref<4xf32, 1>, index, index, memref<1xi32>, index, index) -> ()
  return
}

// -----

func.func @f(%v: memref<8xf32>, %i: index, %w: memref<4xf32, 1>, %tag: memref<1xi32>, %n: i32) {
  // expected-error @+1 {{'memref.dma_start' op expected stride and num elements per stride to be of type index}}
  "memref.dma_start"(%v, %i, %w, %i, %i, %tag, %i, %i, %n) : (memref<8xf32>, index, memref<4xf32, 1>, index, index, memref<1xi32>, index, index, i32) -> ()
  return
}

// -----

func.func @f(%tag: memref<1xi32>, %i: index) {
  // expected-error @+1 {{'memref.dma_wait' op expected tagIndices to have the same number of elements as the tagMemRef rank, expected 1, but got 0}}
  memref.dma_wait %tag[], %i : memref<1xi32>
  return
}

// -----

func.func @f(%v: memref<8xf32>, %i: index) {
  // expected-error @+1 {{'memref.expand_shape' op mismatch in dynamic dims in output_shape and static_output_shape: static_output_shape has 0 dynamic dims while output_shape has 1 values}}
  %0 = "memref.expand_shape"(%v, %i) <{reassociation = [[0, 1]], static_output_shape = array<i64: 2, 4>}> : (memref<8xf32>, index) -> memref<2x4xf32>
  return
}

// -----

func.func @f(%m: memref<8x8xf32>) {
  // expected-error @+1 {{'memref.collapse_shape' op attribute 'reassociation' failed to satisfy constraint: Array of 64-bit integer array attributes}}
  %0 = "memref.collapse_shape"(%m) <{reassociation = [[0 : i32, 1 : i32]]}> : (memref<8x8xf32>) -> memref<64xf32>
  return
}

// -----

func.func @f(%m: memref<8x8xf32>, %i: index) {
  // expected-error @+1 {{expected the number of 'sizes' to match the number of dynamic entries in 'static_sizes' (1 vs 0)}}
  %0 = "memref.reinterpret_cast"(%m, %i) <{operandSegmentSizes = array<i32: 1, 0, 1, 0>, static_offsets = array<i64: 0>, static_sizes = array<i64: 2, 2>, static_strides = array<i64: 2, 1>}> : (memref<8x8xf32>, index) -> memref<2x2xf32>
  return
}

// -----

func.func @f(%m: memref<8x8xf32>) {
  // expected-error @+1 {{expected 2 size values, got 1}}
  %0 = "memref.reinterpret_cast"(%m) <{operandSegmentSizes = array<i32: 1, 0, 0, 0>, static_offsets = array<i64: 0>, static_sizes = array<i64: 2>, static_strides = array<i64: 2>}> : (memref<8x8xf32>) -> memref<2x2xf32>
  return
}

// -----

func.func @f(%m: memref<8x8xf32>) {
  // expected-error @+1 {{offset 0 is out-of-bounds: 8 >= 8}}
  %0 = memref.subview %m[8, 0] [0, 3] [1, 1] : memref<8x8xf32> to memref<0x3xf32, strided<[8, 1], offset: 64>>
  return
}

// -----

// expected-error @+1 {{custom op 'memref.global' type should be static shaped memref, but got 'memref<?xf32>'}}
memref.global "private" @g : memref<?xf32>

// -----

// expected-error @+1 {{'memref.global' op initial value shape expected to be 4 but was 5}}
"memref.global"() <{initial_value = dense<1.0> : tensor<5xf32>, sym_name = "g", type = memref<4xf32>}> : () -> ()

// -----

// expected-error @+1 {{'memref.global' op initial value element expected to be of type 'f32', but was of type 'i32'}}
"memref.global"() <{initial_value = dense<1> : tensor<4xi32>, sym_name = "g", type = memref<4xf32>}> : () -> ()

// -----

// expected-error @+1 {{'memref.global' op initial value should be a unit or elements attribute, but got 1 : i32}}
"memref.global"() <{initial_value = 1 : i32, sym_name = "g", type = memref<4xf32>}> : () -> ()

// -----

// expected-error @+1 {{'memref.global' op attribute 'type' failed to satisfy constraint: memref type attribute}}
"memref.global"() <{sym_name = "g", type = f32}> : () -> ()

// -----

// expected-error @+1 {{custom op 'memref.global' type should be static shaped memref, but got 'f32'}}
memref.global "private" @g : f32

// -----

// expected-error @+1 {{'memref.global' op visibility expected to be one of ["public", "private", "nested"], but got "foo"}}
memref.global "foo" @g : memref<4xf32>

// -----

// expected-error @+1 {{'memref.get_global' op 'nope' does not reference a valid global memref}}
"t.f"() ({ %0 = memref.get_global @nope : memref<4xf32> }) : () -> ()

// -----

// expected-error @+1 {{'memref.get_global' op result #0 must be statically shaped memref of any type values, but got 'memref<?xf32>'}}
"t.f"() ({ %0 = memref.get_global @g : memref<?xf32> }) : () -> ()

// -----

"t.x"() {sym_name="g"} : () -> ()
// expected-error @+1 {{'memref.get_global' op 'g' does not reference a valid global memref}}
"t.f"() ({ %0 = memref.get_global @g : memref<4xf32> }) : () -> ()

// -----

func.func @f(%m: memref<8x8xf32>) {
  // expected-error @+1 {{expected result type to be 'memref<4x4xf32, strided<[8, 1]>>' or a rank-reduced version. (mismatch of result layout), but got 'memref<4x4xf32>'}}
  %0 = memref.subview %m[0,0][4,4][1,1] : memref<8x8xf32> to memref<4x4xf32>
  return
}

// -----

func.func @f(%m: memref<8x8xf32>) {
  // expected-error @+1 {{expected result type to be 'memref<4x4xf32, strided<[8, 1]>>' or a rank-reduced version. (mismatch of result sizes), but got 'memref<4x5xf32, strided<[8, 1]>>'}}
  %0 = memref.subview %m[0,0][4,4][1,1] : memref<8x8xf32> to memref<4x5xf32, strided<[8,1]>>
  return
}

// -----

func.func @f(%m: memref<8x8xf32>) {
  // expected-error @+1 {{expected mixed offsets rank to match mixed sizes rank (1 vs 2) so the rank of the result type is well-formed.}}
  %0 = memref.subview %m[0][4,4][1,1] : memref<8x8xf32> to memref<4x4xf32, strided<[8,1]>>
  return
}

// -----

func.func @f(%m: memref<8x8xf32>) {
  // expected-error @+1 {{expected result element type to be 'f32', but got 'memref<4x4xi32, strided<[8, 1]>>'}}
  %0 = memref.subview %m[0,0][4,4][1,1] : memref<8x8xf32> to memref<4x4xi32, strided<[8,1]>>
  return
}

// -----

func.func @f(%m: memref<8x8xf32>) {
  // expected-error @+1 {{different memory spaces specified for base memref type 'memref<8x8xf32>' and subview memref type 'memref<4x4xf32, strided<[8, 1]>, 1>'}}
  %0 = memref.subview %m[0,0][4,4][1,1] : memref<8x8xf32> to memref<4x4xf32, strided<[8,1]>, 1>
  return
}

// -----

func.func @f(%m: memref<8x8xf32>) {
  // expected-error @+1 {{expected result rank to be smaller or equal to the source rank, but got 'memref<4x4x1xf32, strided<[8, 1, 1]>>'}}
  %0 = memref.subview %m[0,0][4,4][1,1] : memref<8x8xf32> to memref<4x4x1xf32, strided<[8,1, 1]>>
  return
}

// -----

func.func @f(%m: memref<8x8xf32>) {
  // expected-error @+1 {{expected sizes to be non-negative, but got -4}}
  %0 = memref.subview %m[0,0][-4,1][1,1] : memref<8x8xf32> to memref<4xf32, strided<[8], offset: 9>>
  return
}

// -----

func.func @f(%m: memref<8x8xf32>) {
  // expected-error @+1 {{slice along dimension 1 runs out-of-bounds: 9 >= 8}}
  %0 = memref.subview %m[0,6][4,4][1,1] : memref<8x8xf32> to memref<4x4xf32, strided<[8,1], offset: 6>>
  return
}

// -----

func.func @f(%m: memref<8x8xf32>) {
  // expected-error @+1 {{expected the number of 'offsets' to match the number of dynamic entries in 'static_offsets' (0 vs 1)}}
  %0 = "memref.subview"(%m) <{operandSegmentSizes = array<i32: 1, 0, 0, 0>, static_offsets = array<i64: 0, -9223372036854775808>, static_sizes = array<i64: 4,4>, static_strides = array<i64: 1, 1>}> : (memref<8x8xf32>) -> memref<4x4xf32, strided<[8,1]>>
  return
}

// -----

func.func @f(%m: memref<2048xi8>, %i: index) {
  // expected-error @+1 {{'memref.view' op incorrect number of dynamic sizes, has 1, expected 0}}
  %0 = memref.view %m[%i][%i] : memref<2048xi8> to memref<4x4xf32>
  return
}

// -----

func.func @f(%n: memref<2048xf32>, %i: index) {
  // expected-error @+1 {{'memref.view' op operand #0 must be 1D memref of 8-bit signless integer values, but got 'memref<2048xf32>'}}
  %0 = memref.view %n[%i][] : memref<2048xf32> to memref<4x4xf32>
  return
}

// -----

func.func @f(%m: memref<2048xi8>, %i: index) {
  // expected-error @+1 {{unsupported map for result memref type 'memref<4x4xf32, strided<[8, 1]>>'}}
  %0 = memref.view %m[%i][] : memref<2048xi8> to memref<4x4xf32, strided<[8,1]>>
  return
}

// -----

func.func @f(%m: memref<2048xi8, strided<[2]>>, %i: index) {
  // expected-error @+1 {{unsupported map for base memref type 'memref<2048xi8, strided<[2]>>'}}
  %0 = memref.view %m[%i][] : memref<2048xi8, strided<[2]>> to memref<4x4xf32>
  return
}

// -----

func.func @f(%m: memref<2048xi8>, %i: index) {
  // expected-error @+1 {{different memory spaces specified for base memref type 'memref<2048xi8>' and view memref type 'memref<4x4xf32, 1>'}}
  %0 = memref.view %m[%i][] : memref<2048xi8> to memref<4x4xf32, 1>
  return
}

// -----

func.func @f(%m: memref<8x8xf32>) {
  // expected-error @+1 {{'memref.expand_shape' op expanded rank (3) inconsistent with number of reassociation indices (2)}}
  %0 = memref.expand_shape %m [[0], [1]] output_shape [8, 8, 1] : memref<8x8xf32> into memref<8x8x1xf32>
  return
}

// -----

func.func @f(%m: memref<8x8xf32>) {
  // expected-error @+1 {{'memref.expand_shape' op has source rank 2 and result rank 1. This is not an expansion (2 > 1).}}
  %0 = memref.expand_shape %m [[0, 1]] output_shape [64] : memref<8x8xf32> into memref<64xf32>
  return
}

// -----

func.func @f(%m: memref<8x8xf32, strided<[10,1]>>) {
  // expected-error @+1 {{'memref.collapse_shape' op invalid source layout map or collapsing non-contiguous dims}}
  %0 = memref.collapse_shape %m [[0, 1]] : memref<8x8xf32, strided<[10,1]>> into memref<64xf32>
  return
}

// -----

func.func @f(%m: memref<64xf32>) {
  // expected-error @+1 {{'memref.collapse_shape' op has source rank 1 and result rank 2. This is not a collapse (1 < 2).}}
  %0 = memref.collapse_shape %m [[0]] : memref<64xf32> into memref<8x8xf32>
  return
}

// -----

"t.f"() ({^bb0(%m: memref<8x8xf32>, %i: index):
 %0 = memref.subview %m[0,0][8,8][1,1] : memref<8x8xf32> to memref<8x8xf32>
 %1 = memref.subview %m[0,0][%i,8][1,1] : memref<8x8xf32> to memref<?x8xf32>
 %2 = memref.subview %m[0,0][1,1][1,1] : memref<8x8xf32> to memref<f32>
 %3 = memref.subview %m[%i,0][1,1][1,1] : memref<8x8xf32> to memref<1xf32, strided<[1], offset: ?>>
 // expected-error @+1 {{unsupported layout for source memref type 'memref<1xf32, strided<[1], offset: ?>>'}}
 %4 = memref.realloc %3(%i) : memref<1xf32, strided<[1], offset: ?>> to memref<?xf32>
 }) : () -> ()

// -----

func.func @f(%x: f32, %m: memref<4xf32>, %i: index) {
  // expected-error @+1 {{'memref.store' op store index operand count not equal to memref rank}}
  memref.store %x, %m[%i, %i] : memref<4xf32>
  return
}

// -----

func.func @f(%i: index, %m: memref<4xf32>) {
  // expected-error @+1 {{'memref.store' op failed to verify that type of 'value' matches element type of 'memref'}}
  "memref.store"(%i, %m, %i) : (index, memref<4xf32>, index) -> ()
  return
}

// -----

func.func @f(%m: memref<4xf32>, %i: index) {
  // expected-error @+1 {{'memref.load' op failed to verify that result type matches element type of 'memref'}}
  "memref.load"(%m, %i) : (memref<4xf32>, index) -> i32
  return
}

// -----

func.func @f(%m: memref<4xf32>) {
  // expected-error @+1 {{'memref.load' op incorrect number of indices for load, expected 1 but got 0}}
  memref.load %m[] : memref<4xf32>
  return
}

// -----

func.func @f() {
  // expected-error @+1 {{'memref.alloc' op incorrect number of dynamic sizes, has 0, expected 1}}
  memref.alloc() : memref<?xf32>
  return
}

// -----

func.func @f(%i: index) {
  // expected-error @+1 {{'memref.alloc' op symbol operand count does not equal memref symbol count: expected 0, got 1}}
  memref.alloc()[%i] : memref<4xf32>
  return
}

// -----

func.func @f() {
  // expected-error @+1 {{'memref.alloca' op symbol operand count does not equal memref symbol count: expected 1, got 0}}
  memref.alloca() : memref<4xf32, affine_map<(d0)[s0]->(d0+s0)>>
  return
}

// -----

func.func @f(%x: f32, %i: index) {
  // expected-error @+1 {{'memref.dim' op operand #0 must be unranked.memref of any type values or non-0-ranked.memref of any type values, but got 'f32'}}
  memref.dim %x, %i : f32
  return
}

// -----

func.func @f(%m: memref<f32>, %i: index) {
  // expected-error @+1 {{'memref.dim' op operand #0 must be unranked.memref of any type values or non-0-ranked.memref of any type values, but got 'memref<f32>'}}
  memref.dim %m, %i : memref<f32>
  return
}

// -----

func.func @f(%m: memref<4xf32>) {
  // expected-error @+1 {{'memref.cast' op operand type 'memref<4xf32>' and result type 'memref<5xf32>' are cast incompatible}}
  memref.cast %m : memref<4xf32> to memref<5xf32>
  return
}

// -----

func.func @f(%m: memref<4xf32>, %k: memref<4xi32>) {
  // expected-error @+1 {{'memref.copy' op requires the same element type for all operands}}
  memref.copy %m, %k : memref<4xf32> to memref<4xi32>
  return
}
