enum {
	RED,
	BLUE = 3,
};

enum {
	SMALL,
	LARGE,
};

int paint(int color);
