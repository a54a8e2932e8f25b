#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "list.h"

int count(struct list *l)
{
    return l ? l->length : 0;
}
