var Task = require('../task');

module.exports = Task.extend({
  run: function(options) {
    return start(options);
  }
});
