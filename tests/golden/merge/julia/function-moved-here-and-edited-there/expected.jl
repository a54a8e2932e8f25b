module Shapes

using LinearAlgebra
import Base: show, +

export area, Circle

struct Circle
    x::Float64
    r::Float64
end

scale(c::Circle, k) = Circle(c.x, c.r * k)

"""
The area of something.
"""
function area(c::Circle)
    return π * c.r^2
end

const COLORS = Dict("red" => 1, "blue" => 2)

end
