class Box:
    @property
    def width(self):
        return self._width

    @property
    def height(self):
        return self._height
