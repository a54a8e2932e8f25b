#include <stdio.h>

#define MAX_ITEMS 64
<<<<<<< left
#define MIN_ITEMS 1
=======
#define MIN_ITEMS 2
>>>>>>> right

int main(void)
{
	return MAX_ITEMS;
}
