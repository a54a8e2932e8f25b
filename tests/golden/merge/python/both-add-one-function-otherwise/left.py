def open_door(door):
    door.angle = 90


def close_door(door):
    door.angle = 0
