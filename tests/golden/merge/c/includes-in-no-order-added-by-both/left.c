#include "zebra.h"
#include "ant.h"
#include "spider.h"

int legs;
