import fs from "fs";

fs.exists("a");
