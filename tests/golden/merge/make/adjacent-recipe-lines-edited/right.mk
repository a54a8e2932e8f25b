clean:
	rm -f *.o
	rm -rf build dist
	rm -f app
