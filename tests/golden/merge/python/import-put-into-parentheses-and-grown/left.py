from a.b import (
    one,
    two,
)

one()
