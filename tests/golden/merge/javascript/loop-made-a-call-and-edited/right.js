function f(xs) {
  for (const x of xs) {
    log(x);
    use(x.value);
  }
}
