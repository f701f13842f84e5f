module {
  func.func @empty() {
    return
  }
  func.func @args(%arg0: i32, %arg1: f32) -> (i32, f32) {
    return %arg0, %arg1 : i32, f32
  }
  func.func public @one(%arg0: i32) -> i32 {
    return {tag} %arg0 : i32
  }
  func.func nested @attributes(%arg0: i32 {a.b = 1 : i8, a.c}, %arg1: i32) -> (i32 {r.s = "q"}) attributes {f.g = 1 : i8, h, no_inline} {
    return %arg0 : i32
  }
  func.func private @results() -> (i32 {x.a}, i32, f32 {x.b}) {
    %0 = "t.i"() : () -> i32
    %1 = "t.f"() : () -> f32
    return %0, %0, %1 : i32, i32, f32
  }
  func.func @blocks(%arg0: i32) -> i32 {
    "t.br"(%arg0)[^bb1] : (i32) -> ()
  ^bb1(%0: i32):  // pred: ^bb0
    return %0 : i32
  }
  func.func @module_inside() {
    builtin.module {
      func.func @inside() {
        return
      }
    }
    return
  }
  func.func @data(%arg0: memref<8x8xf16> {tile.data = "Z(-2,2)"}) attributes {tile.reference = @args} {
    return
  }
}

