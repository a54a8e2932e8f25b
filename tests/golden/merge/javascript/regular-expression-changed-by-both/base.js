const WORD = /\w+/;

export const words = (text) => text.match(WORD);
