import { a } from './first.js';

a();
