def open_door(door):
    door.angle = 90


<<<<<<< left
def close_door(door):
    door.angle = 0
=======
def close_door(entrance, slowly=False):
    entrance.turn(-90, steps=9 if slowly else 1)
>>>>>>> right
