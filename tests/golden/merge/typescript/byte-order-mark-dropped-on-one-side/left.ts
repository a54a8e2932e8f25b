export const level = 1;

export const name = "a";
