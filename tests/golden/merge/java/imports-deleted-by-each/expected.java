package a;

import c.C;

class X {
}
