void f(int x)
{
    switch (x) {
    case 1:
        g();
        /* fall through */
    case 9:
        h();
        break;
    }
}
