const fs = require("fs");
const glob = require("fast-glob");

run();
