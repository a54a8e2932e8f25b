import { mkdir, readFile, stat, writeFile } from "fs/promises";

export const size = async (path) => (await stat(path)).size;
