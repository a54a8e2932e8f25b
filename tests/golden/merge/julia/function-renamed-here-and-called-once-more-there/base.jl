double(x) = 2x

function show_all(xs)
    println(length(xs))
end

const LIMIT = 10
