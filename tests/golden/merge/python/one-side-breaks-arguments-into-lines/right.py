foo(alpha, beta2, gamma)
