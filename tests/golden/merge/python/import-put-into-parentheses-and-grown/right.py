from a.b import one, three, two

one()
