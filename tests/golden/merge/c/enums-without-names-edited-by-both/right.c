enum {
	RED = 2,
	BLUE,
};

enum {
	SMALL,
	LARGE = 9,
};

int paint(int color);
