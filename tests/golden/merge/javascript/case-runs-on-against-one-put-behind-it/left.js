function f(x) {
    switch (x) {
    case 1:
        g();
    case 9:
        h();
        break;
    }
}
