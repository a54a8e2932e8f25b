#include "srv.h"

static int low(int v) {
  return v < 0 ? 0 : v;
}

static int high(int v) {
  return v > kMax ? kMax : v;
}

int Server::level() const {
  return high(low(level_));
}
