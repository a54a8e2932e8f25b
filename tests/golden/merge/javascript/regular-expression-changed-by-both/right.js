const WORD = /[a-z]+/;

export const words = (text) => text.match(WORD);
