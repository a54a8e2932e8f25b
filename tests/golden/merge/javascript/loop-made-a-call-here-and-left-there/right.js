function f(xs) {
  for (const x of xs) {
    log(x);
    if (x.last) break;
    use(x);
  }
}
