const fs = require("fs");
const glob = require("glob");

run();
