package a;

import a.A;
import b.B;
import c.C;

class X {
}
