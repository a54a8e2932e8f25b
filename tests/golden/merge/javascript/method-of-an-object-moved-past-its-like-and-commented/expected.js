export default Component.extend({
  toggle() {
    expect(this.element).to.be.ok;
    let view = this.get('view');
    view.set('open', true);
    this.notify();
    // nothing to wait for
  },

  open() {
    let view = this.get('view');
    view.set('open', true);
    this.notify();
  },

  close() {
    this.remove();
  },
});
