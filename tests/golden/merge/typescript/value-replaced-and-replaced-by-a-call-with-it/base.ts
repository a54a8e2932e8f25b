export const limit = bounded(size, fallback);
export const name = "pool";
