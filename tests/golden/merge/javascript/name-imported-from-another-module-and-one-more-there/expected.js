<<<<<<< left
import { a } from './first.js';
=======
import { a, b } from './lib/a.js';
>>>>>>> right

a();
b();
