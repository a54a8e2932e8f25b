export { a } from './a';
export { x } from './c';
