v = zeros(3)
<<<<<<< left
v[1] = 5
=======
v[2] = v[1]
>>>>>>> right
w = ones(3)
