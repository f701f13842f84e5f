"builtin.module"() ({
  "memref.global"() <{initial_value = dense<[1.000000e+00, 2.000000e+00, 3.000000e+00, 4.000000e+00]> : tensor<4xf32>, sym_name = "g", sym_visibility = "private", type = memref<4xf32>}> : () -> ()
  "memref.global"() <{alignment = 64 : i64, constant, initial_value = dense<7> : tensor<2xi32>, sym_name = "c", type = memref<2xi32>}> : () -> ()
  "memref.global"() <{initial_value, sym_name = "u", sym_visibility = "public", type = memref<2xi32>}> : () -> ()
  "memref.global"() <{sym_name = "ext", sym_visibility = "private", type = memref<2xi32>}> : () -> ()
  "memref.global"() <{constant, initial_value = dense<1.500000e+00> : tensor<2xf16>, sym_name = "a b", sym_visibility = "nested", type = memref<2xf16, 3>}> {z.z} : () -> ()
  "memref.global"() <{initial_value = dense<> : tensor<0xf16>, sym_name = "z", type = memref<0xf16>}> : () -> ()
  %0 = "memref.get_global"() <{name = @g}> : () -> memref<4xf32>
  %1 = "memref.get_global"() <{name = @"a b"}> {x} : () -> memref<2xf16, 3>
}) : () -> ()

