v = zeros(3)
v[2] = v[1]
w = ones(3)
