class StackSuite extends FunSuite {
  test("empty") {
    assert(Stack().size == 0)
  }

  test("one") {
<<<<<<< left
    assert(Stack(1).size == 1)
=======
    assert(!Stack(1).empty)
>>>>>>> right
  }
}
