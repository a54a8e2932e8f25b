import { a } from './a';
import { z } from './z';
import { y } from './y';
import { x } from './x';
import { w } from './w';
