<<<<<<< left
export const limit = size.max;
=======
export const limit = capped(size.max);
>>>>>>> right
export const name = "pool";
