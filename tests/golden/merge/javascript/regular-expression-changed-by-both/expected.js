<<<<<<< left
const WORD = /\w+/g;
=======
const WORD = /[a-z]+/;
>>>>>>> right

export const words = (text) => text.match(WORD);
