import a.b.C

class X
