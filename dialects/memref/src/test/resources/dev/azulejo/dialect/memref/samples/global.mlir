module {
  memref.global "private" @g : memref<4xf32> = dense<[1.000000e+00, 2.000000e+00, 3.000000e+00, 4.000000e+00]>
  memref.global constant @c : memref<2xi32> = dense<7> {alignment = 64 : i64}
  memref.global "public" @u : memref<2xi32> = uninitialized
  memref.global "private" @ext : memref<2xi32>
  memref.global "nested" constant @"a b" : memref<2xf16, 3> = dense<1.500000e+00> {z.z}
  memref.global @z : memref<0xf16> = dense<>
  %0 = memref.get_global @g : memref<4xf32>
  %1 = memref.get_global @"a b" : memref<2xf16, 3> {x}
}

