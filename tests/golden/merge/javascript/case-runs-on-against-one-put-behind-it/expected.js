function f(x) {
    switch (x) {
    case 1:
        g();
<<<<<<< left
=======
        break;
    case 5:
        k();
        break;
>>>>>>> right
    case 9:
        h();
        break;
    }
}
