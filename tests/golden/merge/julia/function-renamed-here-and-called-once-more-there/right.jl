double(x) = 2x

function show_all(xs)
    println(length(xs))
    println(double(LIMIT))
end

const LIMIT = 10
