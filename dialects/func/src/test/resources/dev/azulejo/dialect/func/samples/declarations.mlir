module {
  func.func private @a()
  func.func private @b(i32, f32) -> i32
  func.func private @c(i32, f32)
  func.func private @d() -> (i32, f32)
  func.func private @f(i32 {x.y = 1 : i8}, f32) -> (i32 {x.z}, f32)
  func.func nested @g()
  func.func private @h((i32) -> i32) -> ((i32) -> i32)
  func.func private @"with space"()
  func.func private @"\C3\A9 \22q\22"()
  func.func private @i() -> (i32 {x.z})
  func.func private @j() attributes {no_inline}
}

