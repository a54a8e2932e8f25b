import { a } from './lib/a.js';

a();
