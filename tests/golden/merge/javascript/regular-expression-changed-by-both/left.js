const WORD = /\w+/g;

export const words = (text) => text.match(WORD);
