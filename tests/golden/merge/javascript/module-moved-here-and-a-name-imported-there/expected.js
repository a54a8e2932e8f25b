import { a, b } from './a.js';

a();
b();
