<<<<<<< left
=======
import { a } from './new';
>>>>>>> right
import { z } from './z';

run(z);
