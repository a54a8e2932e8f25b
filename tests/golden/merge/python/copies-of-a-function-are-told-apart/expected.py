def south(robot):
    robot.turn(0)
    robot.step()
    return robot.place


def north(robot):
    robot.turn(0)
    robot.step(2)
    return robot.place


def report(robot):
    print(robot.place)


def reset(robot):
    robot.place = None


def east(robot):
    robot.turn(0)
    robot.step()
    return robot.place
