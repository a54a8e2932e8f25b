function f(xs) {
  xs.forEach((x) => {
    log(x);
    use(x);
  });
}
