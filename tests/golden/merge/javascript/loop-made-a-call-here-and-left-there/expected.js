function f(xs) {
<<<<<<< left
  xs.forEach((x) => {
    log(x);
=======
  for (const x of xs) {
    log(x);
    if (x.last) break;
>>>>>>> right
    use(x);
  });
}
