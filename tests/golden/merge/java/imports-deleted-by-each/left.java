package a;

import b.B;
import c.C;

class X {
}
