#include <stdio.h>

#define MAX_ITEMS 64

int main(void)
{
	return MAX_ITEMS;
}
