export { a } from './a';
export { x } from './b';
