export { a } from './a';
export { b } from './b';
