export LANG = C
<<<<<<< left
export TZ = UTC
=======
export TZ = CET
>>>>>>> right

run:
	./run
