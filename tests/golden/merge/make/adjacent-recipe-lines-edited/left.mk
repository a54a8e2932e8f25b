clean:
	rm -f *.o *.d
	rm -rf build
	rm -f app
