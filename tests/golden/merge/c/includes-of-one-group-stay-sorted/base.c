#include "pool.h"

#include <errno.h>
#include <stdio.h>
#include <unistd.h>

#include "list.h"
#include "array.h"
