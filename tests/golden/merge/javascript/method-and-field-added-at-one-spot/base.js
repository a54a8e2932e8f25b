class Timer {
  start = 0;

  stop() {
    return Date.now() - this.start;
  }
}
