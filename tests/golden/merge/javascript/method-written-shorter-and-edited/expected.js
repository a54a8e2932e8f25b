module.exports = Command.extend({
  name: 'asset-sizes',

  run(options) {
    let task = new this.tasks.ShowSizes({
      ui: this.ui
    });

    return task.run(options, true);
  }
});
