export { a } from './a';
export { b } from './b';
export { c } from './c';
export { d } from './d';
