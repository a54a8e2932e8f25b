module Shapes

using LinearAlgebra
import Base: show, +

export area, Circle

struct Circle
    x::Float64
    r::Float64
end

"""
The area of something.
"""
function area(c::Circle)
    return pi * c.r^2
end

scale(c::Circle, k) = Circle(c.x, c.r * k)
scale(v::Vector, k) = v .* k

const COLORS = Dict("red" => 1, "blue" => 2)

end
