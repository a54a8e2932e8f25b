SRCS = main.c \
	util.c \
	log.c
