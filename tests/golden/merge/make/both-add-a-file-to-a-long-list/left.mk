SRCS = main.c \
	util.c \
	args.c \
	log.c
