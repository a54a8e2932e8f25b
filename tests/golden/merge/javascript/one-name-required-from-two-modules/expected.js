const fs = require("fs");
<<<<<<< left
const glob = require("glob");
=======
const glob = require("fast-glob");
>>>>>>> right

run();
