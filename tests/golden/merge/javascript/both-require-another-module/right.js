const fs = require("fs");
const path = require("path");
const util = require("util");

run();
