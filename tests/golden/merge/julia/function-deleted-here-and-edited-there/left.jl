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

const COLORS = Dict("red" => 1, "blue" => 2)

end
