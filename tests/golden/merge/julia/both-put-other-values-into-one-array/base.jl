v = zeros(3)
w = ones(3)
