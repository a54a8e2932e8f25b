export const limit = capped(size.max);
export const name = "pool";
