class A {
    int a;
<<<<<<< left
=======
    int b;
    int c = b;
>>>>>>> right
}
