package a;

import a.A;
import c.C;

class X {
}
