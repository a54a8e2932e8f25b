def open_door(door):
    door.angle = 90
