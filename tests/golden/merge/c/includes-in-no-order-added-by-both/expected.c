#include "zebra.h"
#include "ant.h"
#include "spider.h"
#include "human.h"

int legs;
