export { a } from './a';
<<<<<<< left
export { x } from './b';
=======
export { x } from './c';
>>>>>>> right
