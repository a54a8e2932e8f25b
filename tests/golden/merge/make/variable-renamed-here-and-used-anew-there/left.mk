SRC = a.c
OBJS = a.o

all: $(OBJS)
	cc $(OBJS)

x:
	echo x

y:
	echo y
