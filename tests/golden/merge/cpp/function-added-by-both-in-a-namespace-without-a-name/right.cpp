#include "srv.h"

namespace {

int low(int v) {
  return v < 0 ? 0 : v;
}

int high(int v) {
  return v / 2;
}

}  // namespace

int server_level() {
  return low(level);
}
