#include "srv.h"

namespace {

int low(int v) {
  return v < 0 ? 0 : v;
}

int high(int v) {
  return v > 99 ? 99 : v;
}

}  // namespace

int Server::level() const {
  return low(high(level_));
}
