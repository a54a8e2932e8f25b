const o = {
  a: 1, // a
  b: 3 // changed
};
