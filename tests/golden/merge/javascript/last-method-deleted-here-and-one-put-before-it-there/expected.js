class AbstractHistory extends History {
  go(n) {
    this.index += n;
  }

  ensureURL() {
    // noop
  }
}
