import { a } from './new';
import { z } from './z';

run(a, z);
