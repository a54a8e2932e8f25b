module.exports = Command.extend({
  name: 'asset-sizes',

  run: function(options) {
    var task = new this.tasks.ShowSizes({
      ui: this.ui
    });

    return task.run(options);
  }
});
