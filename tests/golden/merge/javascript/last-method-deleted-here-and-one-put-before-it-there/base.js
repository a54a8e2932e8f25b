class AbstractHistory extends History {
  go(n) {
    this.index += n;
  }

  getLocation() {
    return typeof context !== "undefined" ? context.url : "/";
  }
}
