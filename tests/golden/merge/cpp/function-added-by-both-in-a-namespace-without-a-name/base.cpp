#include "srv.h"

namespace {

int low(int v) {
  return v < 0 ? 0 : v;
}

}  // namespace

int server_level() {
  return low(level);
}
