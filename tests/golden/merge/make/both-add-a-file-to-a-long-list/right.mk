SRCS = main.c \
	util.c \
	net.c \
	log.c
