class A {
<<<<<<< left
    @Test(a = 1)
=======
    @Test(a = 2)
>>>>>>> right
    void f() {
    }
}
