SRC = a.c
OBJS = a.o

<<<<<<< left
all: $(OBJS)
	cc $(OBJS)

x:
	echo x

y:
	echo y
=======
all: $(OBJ)
	cc $(OBJ)

x:
	echo x

y:
	echo y $(OBJ)
>>>>>>> right
