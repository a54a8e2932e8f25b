foo(
    alpha,
    beta,
    gamma,
)
