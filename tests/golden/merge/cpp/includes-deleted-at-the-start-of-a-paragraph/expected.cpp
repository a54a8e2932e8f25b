#include "pool.h"

#include <unistd.h>

int f();
