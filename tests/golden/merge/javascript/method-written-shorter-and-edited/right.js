module.exports = Command.extend({
  name: 'asset-sizes',

  run: function(options) {
    let task = new this.tasks.ShowSizes({
      ui: this.ui
    });

    return task.run(options, true);
  }
});
