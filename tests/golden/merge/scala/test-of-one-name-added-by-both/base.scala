class StackSuite extends FunSuite {
  test("empty") {
    assert(Stack().size == 0)
  }
}
