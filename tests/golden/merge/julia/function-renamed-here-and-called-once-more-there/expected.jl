<<<<<<< left
twice(x) = 2x

function show_all(xs)
    println(length(xs))
=======
double(x) = 2x

function show_all(xs)
    println(length(xs))
    println(double(LIMIT))
>>>>>>> right
end

const LIMIT = 10
