class Timer {
  start = 0;
  #laps = [];
  paused = false;

  stop() {
    return Date.now() - this.start;
  }
}
