import { a, b } from './lib/a.js';

a();
b();
