CFLAGS = -Wall

app: main.c
	$(CC) $(CFLAGS) -o app main.c
