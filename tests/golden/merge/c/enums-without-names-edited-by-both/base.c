enum {
	RED,
	BLUE,
};

enum {
	SMALL,
	LARGE,
};

int paint(int color);
