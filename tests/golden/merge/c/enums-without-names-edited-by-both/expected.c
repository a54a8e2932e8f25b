enum {
	RED = 2,
	BLUE = 3,
};

enum {
	SMALL,
	LARGE = 9,
};

int paint(int color);
