import fs from "fs";
import { join } from "path";

fs.exists(join("a", "b"));
