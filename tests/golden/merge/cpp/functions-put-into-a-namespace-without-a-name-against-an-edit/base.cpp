#include "srv.h"

static int low(int v) {
  return v < 0 ? 0 : v;
}

static int high(int v) {
  return v > 99 ? 99 : v;
}

int Server::level() const {
  return low(high(level_));
}
