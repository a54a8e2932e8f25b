#include "zebra.h"
#include "ant.h"
#include "human.h"

int legs;
