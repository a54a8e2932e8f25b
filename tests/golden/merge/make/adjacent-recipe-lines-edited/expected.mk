clean:
	rm -f *.o *.d
	rm -rf build dist
	rm -f app
