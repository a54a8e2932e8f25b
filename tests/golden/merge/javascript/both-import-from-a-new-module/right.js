import fs from "fs";
import { resolve } from "path";

fs.exists("a");
resolve("b");
