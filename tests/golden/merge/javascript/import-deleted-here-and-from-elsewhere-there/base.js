import { a } from './old';
import { z } from './z';

run(a, z);
