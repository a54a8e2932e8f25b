#include <stdio.h>

#define MAX_ITEMS 64
#define MIN_ITEMS 1

int main(void)
{
	return MAX_ITEMS;
}
