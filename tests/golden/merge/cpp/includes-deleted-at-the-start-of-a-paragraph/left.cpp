#include "pool.h"

#include <errno.h>
#include <unistd.h>

int f();
