#include "pool.h"

#include <errno.h>
#include <stdio.h>
#include <unistd.h>

int f();
