const o = {
  a: 1, // a
  b: 3, // changed
  d: 4 // d
};
