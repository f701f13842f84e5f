// RUN: tile-opt %s --allow-unregistered-dialect --split-input-file --verify-diagnostics

func.func @dimension() {
  // expected-error @+1 {{expected ::mlir::gpu::Dimension to be one of: x, y, z}}
  %0 = gpu.thread_id w
  return
}

// -----

func.func @no_dimension() {
  // expected-error @+1 {{'gpu.thread_id' op requires attribute 'dimension'}}
  %0 = "gpu.thread_id"() : () -> index
  return
}

// -----

func.func @dimension_attribute() {
  // expected-error @+1 {{'gpu.block_id' op attribute 'dimension' failed to satisfy constraint: a dimension, either 'x', 'y', or 'z'}}
  %0 = "gpu.block_id"() {dimension = #gpu<shuffle_mode xor>} : () -> index
  return
}

// -----

func.func @dimension_is_a_word() {
  // expected-error @+1 {{expected valid keyword or string}}
  %0 = "gpu.thread_id"() {dimension = #gpu<dim<x>>} : () -> index
  return
}

// -----

func.func @dimension_without_brackets() {
  // expected-error @+1 {{'gpu.dim' ends here, without a body}}
  %0 = "gpu.thread_id"() {dimension = #gpu.dim x} : () -> index
  return
}

// -----

func.func @unknown_attribute() {
  // expected-error @+1 {{unknown attribute 'nosuch' in dialect 'gpu'}}
  "t.x"() {a = #gpu<nosuch x>} : () -> ()
  return
}

// -----

func.func @unknown_operation() {
  // expected-error @+1 {{custom op 'gpu.nosuch' is unknown}}
  gpu.nosuch
  return
}

// -----

func.func @result_type() {
  // expected-error @+1 {{'gpu.thread_id' op result #0 must be index, but got 'i32'}}
  %0 = "gpu.thread_id"() {dimension = #gpu<dim x>} : () -> i32
  return
}

// -----

func.func @bound_type() {
  // expected-error @+1 {{'gpu.lane_id' op attribute 'upper_bound' failed to satisfy constraint: index attribute}}
  %0 = "gpu.lane_id"() {upper_bound = 4 : i64} : () -> index
  return
}

// -----

func.func @bound_is_text() {
  // expected-error @+1 {{invalid kind of attribute specified}}
  %0 = gpu.lane_id upper_bound "a"
  return
}

// -----

func.func @subgroup_type() {
  // expected-error @+1 {{'gpu.subgroup_id' op result #0 must be index, but got 'i32'}}
  %0 = gpu.subgroup_id : i32
  return
}

// -----

func.func @shuffle_mode(%x: f32, %i: i32) {
  // expected-error @+1 {{expected ::mlir::gpu::ShuffleMode to be one of: xor, up, down, idx}}
  %0:2 = gpu.shuffle around %x, %i, %i : f32
  return
}

// -----

func.func @shuffle_mode_attribute(%x: f32, %i: i32) {
  // expected-error @+1 {{'gpu.shuffle' op attribute 'mode' failed to satisfy constraint: Indexing modes supported by gpu.shuffle.}}
  %0:2 = "gpu.shuffle"(%x, %i, %i) {mode = 1 : i32} : (f32, i32, i32) -> (f32, i1)
  return
}

// -----

func.func @shuffle_of_index(%x: index, %i: i32) {
  // expected-error @+1 {{'gpu.shuffle' op operand #0 must be Integer or Float or fixed-length vector of Integer or Float values of ranks 1, but got 'index'}}
  %0:2 = gpu.shuffle xor %x, %i, %i : index
  return
}

// -----

func.func @shuffle_of_scalable_vector(%x: vector<[4]xf16>, %i: i32) {
  // expected-error @+1 {{'gpu.shuffle' op operand #0 must be Integer or Float or fixed-length vector of Integer or Float values of ranks 1, but got 'vector<[4]xf16>'}}
  %0:2 = gpu.shuffle xor %x, %i, %i : vector<[4]xf16>
  return
}

// -----

func.func @shuffle_offset(%x: f32, %i: i64) {
  // expected-error @+1 {{'gpu.shuffle' op operand #1 must be 32-bit signless integer, but got 'i64'}}
  %0:2 = "gpu.shuffle"(%x, %i, %i) {mode = #gpu<shuffle_mode xor>} : (f32, i64, i64) -> (f32, i1)
  return
}

// -----

func.func @shuffle_result(%x: f32, %i: i32) {
  // expected-error @+1 {{'gpu.shuffle' op failed to verify that all of {value, shuffleResult} have same type}}
  %0:2 = "gpu.shuffle"(%x, %i, %i) {mode = #gpu<shuffle_mode xor>} : (f32, i32, i32) -> (f16, i1)
  return
}

// -----

func.func @word_and_region(%x: f32) {
  // expected-error @+1 {{expected either an op attribute or a non-empty body}}
  %0 = gpu.all_reduce add %x {
  ^bb0(%a: f32, %b: f32):
    gpu.yield %a : f32
  } : (f32) -> f32
  return
}

// -----

func.func @no_word_and_no_region(%x: f32) {
  // expected-error @+1 {{expected either an op attribute or a non-empty body}}
  %0 = gpu.all_reduce %x {
  } : (f32) -> f32
  return
}

// -----

func.func @reduction_word(%x: f32) {
  // expected-error @+1 {{invalid op kind}}
  %0 = gpu.all_reduce divide %x {
  } : (f32) -> f32
  return
}

// -----

func.func @bits_of_a_float(%x: f32) {
  // expected-error @+1 {{`and` reduction operation is not compatible with type 'f32'}}
  %0 = gpu.all_reduce and %x {
  } : (f32) -> f32
  return
}

// -----

func.func @float_of_an_integer(%x: i32) {
  // expected-error @+1 {{`maxnumf` reduction operation is not compatible with type 'i32'}}
  %0 = gpu.subgroup_reduce maxnumf %x : (i32) -> i32
  return
}

// -----

func.func @bits_of_floats(%x: vector<4xf32>) {
  // expected-error @+1 {{`minsi` reduction operation is not compatible with type 'vector<4xf32>'}}
  %0 = gpu.subgroup_reduce minsi %x : (vector<4xf32>) -> vector<4xf32>
  return
}

// -----

func.func @all_reduce_of_vector(%x: vector<4xf32>) {
  // expected-error @+1 {{'gpu.all_reduce' op operand #0 must be Integer or Float, but got 'vector<4xf32>'}}
  %0 = gpu.all_reduce add %x {
  } : (vector<4xf32>) -> vector<4xf32>
  return
}

// -----

func.func @all_reduce_types(%x: f32) {
  // expected-error @+1 {{'gpu.all_reduce' op requires the same type for all operands and results}}
  %0 = gpu.all_reduce add %x {
  } : (f32) -> f64
  return
}

// -----

func.func @region_argument_count(%x: f32) {
  // expected-error @+1 {{expected two region arguments}}
  %0 = gpu.all_reduce %x {
  ^bb0(%a: f32):
    gpu.yield %a : f32
  } : (f32) -> f32
  return
}

// -----

func.func @region_argument_type(%x: f32) {
  // expected-error @+1 {{incorrect region argument type}}
  %0 = gpu.all_reduce %x {
  ^bb0(%a: f32, %b: i32):
    gpu.yield %a : f32
  } : (f32) -> f32
  return
}

// -----

func.func @yield_count(%x: f32) {
  // expected-error @+1 {{expected one gpu.yield operand}}
  %0 = gpu.all_reduce %x {
  ^bb0(%a: f32, %b: f32):
    gpu.yield
  } : (f32) -> f32
  return
}

// -----

func.func @yield_type(%x: f32) {
  // expected-error @+1 {{incorrect gpu.yield type}}
  %0 = gpu.all_reduce %x {
  ^bb0(%a: f32, %b: f32):
    %c = arith.constant 1 : i32
    gpu.yield %c : i32
  } : (f32) -> f32
  return
}

// -----

func.func @no_yield(%x: f32) {
  // expected-error @+1 {{expected gpu.yield op in region}}
  %0 = gpu.all_reduce %x {
  ^bb0(%a: f32, %b: f32):
    "t.end"() : () -> ()
  } : (f32) -> f32
  return
}

// -----

func.func @region_of_its_own(%x: f32) {
  // expected-note @+1 {{required by region isolation constraints}}
  %0 = gpu.all_reduce %x {
  ^bb0(%a: f32, %b: f32):
    // expected-error @+1 {{using value defined outside the region}}
    gpu.yield %x : f32
  } : (f32) -> f32
  return
}

// -----

func.func @subgroup_reduce_without_word(%x: f32) {
  // expected-error @+1 {{'gpu.subgroup_reduce' op requires attribute 'op'}}
  %0 = gpu.subgroup_reduce %x : (f32) -> f32
  return
}

// -----

func.func @reduction_attribute(%x: f32) {
  // expected-error @+1 {{'gpu.subgroup_reduce' op attribute 'op' failed to satisfy constraint: built-in reduction operations supported by gpu.allreduce.}}
  %0 = "gpu.subgroup_reduce"(%x) {op = 1 : i32} : (f32) -> f32
  return
}

// -----

func.func @cluster_size(%x: f32) {
  // expected-error @+1 {{'gpu.subgroup_reduce' op cluster size 3 is not a power of two}}
  %0 = gpu.subgroup_reduce add %x cluster(size = 3) : (f32) -> f32
  return
}

// -----

func.func @negative_cluster_size(%x: f32) {
  // expected-error @+1 {{'gpu.subgroup_reduce' op cluster size 4294967292 is not a power of two}}
  %0 = gpu.subgroup_reduce add %x cluster(size = -4) : (f32) -> f32
  return
}

// -----

func.func @cluster_stride(%x: f32) {
  // expected-error @+1 {{'gpu.subgroup_reduce' op cluster stride 0 is not a power of two}}
  %0 = gpu.subgroup_reduce add %x cluster(size = 4, stride = 0) : (f32) -> f32
  return
}

// -----

func.func @stride_without_size(%x: f32) {
  // expected-error @+1 {{'gpu.subgroup_reduce' op cluster stride can only be specified if cluster size is specified}}
  %0 = "gpu.subgroup_reduce"(%x) {op = #gpu<all_reduce_op add>, cluster_stride = 2 : i32} : (f32) -> f32
  return
}

// -----

func.func @stride_text_without_size(%x: f32) {
  // expected-error @+1 {{expected 'size'}}
  %0 = gpu.subgroup_reduce add %x cluster(stride = 2) : (f32) -> f32
  return
}

// -----

func.func @printed_vector(%x: vector<2xf32>) {
  // expected-error @+1 {{'gpu.printf' op operand #0 must be variadic of integer or index or floating-point, but got 'vector<2xf32>'}}
  gpu.printf "a", %x : vector<2xf32>
  return
}

// -----

func.func @printed_text() {
  // expected-error @+1 {{'gpu.printf' op attribute 'format' failed to satisfy constraint: string attribute}}
  "gpu.printf"() {format = 1 : i32} : () -> ()
  return
}

// -----

// expected-error @+1 {{expected ::mlir::gpu::AddressSpace to be one of: global, workgroup, private}}
func.func private @space(memref<4xf32, #gpu.address_space<shared>>)

// -----

// expected-error @+1 {{expected ::mlir::gpu::MappingId to be one of: x, y, z, linear_dim_0}}
func.func private @mapping() attributes {t.a = #gpu.thread<w>}

// -----

// expected-error @+1 {{expected 'gpu.container_module' attribute to be attached to 'builtin.module'}}
func.func @container() attributes {gpu.container_module} {
  return
}

// -----

// expected-error @+1 {{'gpu.func' op expects parent op 'gpu.module'}}
gpu.func @function_on_its_own() {
  gpu.return
}

// -----

func.func @return_of_another_function() {
  // expected-error @+1 {{'gpu.return' op expects parent op 'gpu.func'}}
  gpu.return
}

// -----

gpu.module @m {
  // expected-error @+1 {{'gpu.func' op expected body with at least one block}}
  gpu.func @empty_body() {
  }
}

// -----

gpu.module @m {
  // expected-error @+1 {{gpu.func requires named arguments}}
  gpu.func @arguments_without_names(f32) {
    gpu.return
  }
}

// -----

gpu.module @m {
  // expected-error @+1 {{'gpu.func' op expected void return type for kernel function}}
  gpu.func @kernel_with_result(%x: f32) -> f32 kernel {
    gpu.return %x : f32
  }
}

// -----

gpu.module @m {
  // expected-note @+1 {{return type declared here}}
  gpu.func @return_count(%x: f32) -> f32 {
    // expected-error @+1 {{'gpu.return' op expected 1 result operands}}
    gpu.return
  }
}

// -----

gpu.module @m {
  gpu.func @return_type(%x: f32) -> i32 {
    // expected-error @+1 {{'gpu.return' op unexpected type `'f32'' for operand #0}}
    gpu.return %x : f32
  }
}

// -----

gpu.module @m {
  // expected-error @+1 {{'gpu.func' op expected memref type in attribution}}
  gpu.func @attribution_type() workgroup(%w: f32) {
    gpu.return
  }
}

// -----

gpu.module @m {
  // expected-error @+1 {{'gpu.func' op expected memory space workgroup in attribution}}
  gpu.func @workgroup_space() workgroup(%w: memref<4xf32, #gpu.address_space<private>>) {
    gpu.return
  }
}

// -----

gpu.module @m {
  // expected-error @+1 {{'gpu.func' op expected memory space private in attribution}}
  gpu.func @private_space() private(%p: memref<4xf32, #gpu.address_space<workgroup>>) {
    gpu.return
  }
}

// -----

gpu.module @m {
  // expected-error @+1 {{'gpu.func' op attribute 'known_block_size' failed to satisfy constraint: i32 dense array attribute with 3 elements (if present)}}
  gpu.func @block_size() attributes {known_block_size = array<i32: 1, 1>} {
    gpu.return
  }
}

// -----

gpu.module @m {
  // expected-error @+1 {{attribute 'gpu.kernel' is given twice}}
  gpu.func @kernel_twice() kernel attributes {gpu.kernel} {
    gpu.return
  }
}

// -----

gpu.module @m {
  // expected-error @+1 {{'gpu.func' op attribute 'gpu.kernel' must be a unit}}
  gpu.func @kernel_attribute() attributes {gpu.kernel = 1 : i32} {
    gpu.return
  }
}

// -----

gpu.module @m {
  // expected-error @+1 {{'gpu.func' op requires string attribute 'sym_name'}}
  "gpu.func"() <{function_type = () -> ()}> ({
    gpu.return
  }) {} : () -> ()
}

// -----

gpu.module @m {
  // expected-error @+1 {{'gpu.func' op requires string attribute 'sym_name'}}
  "gpu.func"() <{function_type = () -> ()}> ({
    gpu.return
  }) {sym_name = 1 : i32} : () -> ()
}

// -----

gpu.module @m {
  // expected-error @+1 {{'gpu.func' op expected at least 1 arguments to body region}}
  "gpu.func"() <{function_type = (f32) -> ()}> ({
    gpu.return
  }) {sym_name = "argument_count"} : () -> ()
}

// -----

gpu.module @m {
  // expected-error @+1 {{'gpu.func' op expected at least 2 arguments to body region}}
  "gpu.func"() <{function_type = (f32) -> ()}> ({
  ^bb0(%x: f32):
    gpu.return
  }) {sym_name = "workgroup_count", workgroup_attributions = 1 : i64} : () -> ()
}

// -----

gpu.module @m {
  // expected-error @+1 {{'gpu.func' op attribute 'workgroup_attributions' must be a number of buffers as an i64}}
  "gpu.func"() <{function_type = (f32) -> ()}> ({
  ^bb0(%x: f32):
    gpu.return
  }) {sym_name = "workgroup_count_type", workgroup_attributions = 1 : i32} : () -> ()
}

// -----

gpu.module @m {
  // expected-error @+1 {{'gpu.func' op attribute 'workgroup_attributions' must be a number of buffers as an i64}}
  "gpu.func"() <{function_type = (f32) -> ()}> ({
  ^bb0(%x: f32):
    gpu.return
  }) {sym_name = "negative_workgroup_count", workgroup_attributions = -1 : i64} : () -> ()
}

// -----

gpu.module @m {
  // expected-error @+1 {{'gpu.func' op expected body region argument #0 to be of type 'f32', got 'i32'}}
  "gpu.func"() <{function_type = (f32) -> ()}> ({
  ^bb0(%x: i32):
    gpu.return
  }) {sym_name = "argument_type"} : () -> ()
}

// -----

gpu.module @m {
  // expected-error @+1 {{'gpu.func' op expects argument attribute array to have the same number of elements as the number of function arguments, got 2, but expected 1}}
  "gpu.func"() <{arg_attrs = [{}, {}], function_type = (f32) -> ()}> ({
  ^bb0(%x: f32):
    gpu.return
  }) {sym_name = "argument_attributes"} : () -> ()
}

// -----

gpu.module @m {
  // expected-error @+1 {{'gpu.func' op arguments may only have dialect attributes}}
  "gpu.func"() <{arg_attrs = [{a}], function_type = (f32) -> ()}> ({
  ^bb0(%x: f32):
    gpu.return
  }) {sym_name = "argument_attribute_name"} : () -> ()
}

// -----

gpu.module @m {
  // expected-error @+1 {{'gpu.func' op attribute 'workgroup_attrib_attrs' has 1 elements for 0 buffers}}
  "gpu.func"() <{function_type = (f32) -> (), workgroup_attrib_attrs = [{t.a}]}> ({
  ^bb0(%x: f32):
    gpu.return
  }) {sym_name = "attribution_attributes"} : () -> ()
}

// -----

gpu.module @m {
  // expected-error @+1 {{'gpu.func' op attribute 'private_attrib_attrs' failed to satisfy constraint: Array of dictionary attributes}}
  "gpu.func"() <{function_type = (f32) -> (), private_attrib_attrs = [3]}> ({
  ^bb0(%x: f32):
    gpu.return
  }) {sym_name = "attribution_attribute_kinds"} : () -> ()
}

// -----

gpu.module @m {
  // expected-note @+1 {{see existing symbol definition here}}
  gpu.func @twice() {
    gpu.return
  }
  // expected-error @+1 {{redefinition of symbol named 'twice'}}
  gpu.func @twice() {
    gpu.return
  }
}

// -----

// expected-error @+1 {{'gpu.module' op region should have no arguments}}
gpu.module @m {
^bb0(%x: i32):
}

// -----

// expected-error @+1 {{'gpu.module' op requires attribute 'sym_name'}}
"gpu.module"() ({
^bb0:
}) : () -> ()

// -----

// expected-error @+1 {{'gpu.module' op attribute 'targets' failed to satisfy constraint: array of GPU target attributes with at least 1 elements}}
gpu.module @m [] {
}

// -----

// expected-error @+1 {{'gpu.module' op attribute 'targets' failed to satisfy constraint: array of GPU target attributes with at least 1 elements}}
gpu.module @m [1] {
}

// -----

func.func @module_in_a_function() {
  // expected-error @+1 {{'gpu.module' op symbol's parent must have the SymbolTable trait}}
  gpu.module @m {
  }
  return
}
