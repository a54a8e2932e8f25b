def north(robot):
    robot.turn(0)
    robot.step()
    return robot.place


def report(robot):
    print(robot.place)
