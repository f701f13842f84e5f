// expected-error@+2 {{never said}}
func.func @f() {
  func.return %x : i32
}
