#include "srv.h"

namespace {

int low(int v) {
  return v < 0 ? 0 : v;
}

int high(int v) {
  return v > kMax ? kMax : v;
}

}  // namespace

int Server::level() const {
  return high(low(level_));
}
