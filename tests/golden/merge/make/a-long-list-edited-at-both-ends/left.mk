SRCS = start.c \
	util.c \
	log.c
