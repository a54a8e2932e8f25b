export default Component.extend({
  open() {
    let view = this.get('view');
    view.set('open', true);
    this.notify();
  },

  toggle() {
    expect(this.element).to.be.ok;
    let view = this.get('view');
    view.set('open', true);
    this.notify();
    // nothing to wait for
  },

  close() {
    this.remove();
  },
});
