def close(self):
    self.flush()
<<<<<<< left
=======
    self.file.close()
    self.file = None
>>>>>>> right
    self.open = False
