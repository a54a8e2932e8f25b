v = zeros(3)
v[1] = 5
w = ones(3)
