SRC = a.c
OBJ = a.o

all: $(OBJ)
	cc $(OBJ)

x:
	echo x

y:
	echo y $(OBJ)
