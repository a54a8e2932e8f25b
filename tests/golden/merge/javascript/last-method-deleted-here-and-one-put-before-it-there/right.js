class AbstractHistory extends History {
  go(n) {
    this.index += n;
  }

  ensureURL() {
    // noop
  }

  getLocation() {
    return typeof context !== "undefined" ? context.url : "/";
  }
}
