#include "srv.h"

namespace {

int low(int v) {
  return v < 0 ? 0 : v;
}

int high(int v) {
<<<<<<< left
  return v > 9 ? 9 : v;
=======
  return v / 2;
>>>>>>> right
}

}  // namespace

int server_level() {
  return low(level);
}
