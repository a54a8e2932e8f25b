CFLAGS = -Wall -O2

app: main.c
	$(CC) $(CFLAGS) -o app main.c
