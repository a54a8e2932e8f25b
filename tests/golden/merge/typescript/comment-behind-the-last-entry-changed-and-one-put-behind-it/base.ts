const o = {
  a: 1, // a
  b: 2 // b
};
