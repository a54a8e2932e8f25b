export const level = 2;

export const name = "a";
