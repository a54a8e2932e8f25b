#include "zebra.h"
#include "ant.h"

int legs;
