import fs from "fs";
import { join, resolve } from "path";

fs.exists(join("a", "b"));
resolve("b");
