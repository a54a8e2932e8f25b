SRCS = start.c \
	util.c \
	logging.c
