class Timer {
  start = 0;
  #laps = [];

  stop() {
    return Date.now() - this.start;
  }
}
