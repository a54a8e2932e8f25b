def open_door(door):
    door.angle = 90


def close_door(entrance, slowly=False):
    entrance.turn(-90, steps=9 if slowly else 1)
