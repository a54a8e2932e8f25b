export const limit = size.max;
export const name = "pool";
