var Task = require('../task');

module.exports = new Task({
  invoke: function(options) {
    return start(options);
  },

  run: function(options) {
    return this.invoke(options);
  }
});
