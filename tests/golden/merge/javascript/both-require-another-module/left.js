const fs = require("fs");
const path = require("path");
const url = require("url");

run();
