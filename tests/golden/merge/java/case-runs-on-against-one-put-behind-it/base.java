class A {
void f(int x) {
    switch (x) {
    case 1:
        g();
        break;
    case 9:
        h();
        break;
    }
}
}
