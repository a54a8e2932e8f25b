SRCS = main.c \
	util.c \
	logging.c
