class Timer {
  start = 0;
  paused = false;

  stop() {
    return Date.now() - this.start;
  }
}
