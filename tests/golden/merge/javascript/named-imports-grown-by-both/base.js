import { readFile, stat } from "fs/promises";

export const size = async (path) => (await stat(path)).size;
