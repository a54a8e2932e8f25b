export const steps = [
  compile,
  link,
<<<<<<< left
  strip,
=======
  sign,
>>>>>>> right
];
