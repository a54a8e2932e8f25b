#include "pool.h"

#include <stdio.h>
#include <unistd.h>

int f();
