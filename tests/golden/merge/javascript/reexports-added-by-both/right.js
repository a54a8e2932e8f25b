export { a } from './a';
export { b } from './b';
export { d } from './d';
