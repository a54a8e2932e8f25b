const fs = require("fs");
const path = require("path");
const url = require("url");
const util = require("util");

run();
