clean:
	rm -f *.o
	rm -rf build
	rm -f app
