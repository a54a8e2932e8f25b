#include <stdio.h>

#define MAX_ITEMS 64
#define MIN_ITEMS 2

int main(void)
{
	return MAX_ITEMS;
}
