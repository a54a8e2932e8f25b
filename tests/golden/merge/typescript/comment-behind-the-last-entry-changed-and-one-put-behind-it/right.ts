const o = {
  a: 1, // a
  b: 2, // b
  d: 4 // d
};
