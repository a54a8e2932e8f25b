var Task = require('../task');

module.exports = Task.extend({
  invoke: function(options) {
    return start(options);
  },

  run: function(options) {
    return this.invoke(options);
  }
});
