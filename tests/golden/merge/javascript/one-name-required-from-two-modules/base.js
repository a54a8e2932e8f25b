const fs = require("fs");

run();
