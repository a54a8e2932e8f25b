SRCS = main.c \
	util.c \
	args.c \
	net.c \
	log.c
