SRCS = main.c \
	util.c \
<<<<<<< left
	args.c \
=======
	net.c \
>>>>>>> right
	log.c
