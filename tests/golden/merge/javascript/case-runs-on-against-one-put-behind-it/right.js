function f(x) {
    switch (x) {
    case 1:
        g();
        break;
    case 5:
        k();
        break;
    case 9:
        h();
        break;
    }
}
