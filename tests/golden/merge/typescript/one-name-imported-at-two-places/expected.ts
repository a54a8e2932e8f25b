<<<<<<< left
import { a } from './a';
import { z } from './z';
import { y } from './y';
import { x } from './x';
import { w } from './w';
=======
import { z } from './z';
import { y } from './y';
import { x } from './x';
import { w, a } from './w';
>>>>>>> right
