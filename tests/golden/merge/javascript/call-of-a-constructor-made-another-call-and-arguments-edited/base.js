var Task = require('../task');

module.exports = new Task({
  run: function(options) {
    return start(options);
  }
});
