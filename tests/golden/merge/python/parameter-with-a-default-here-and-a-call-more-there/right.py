def send(to, subject):
    smtp.send(to, subject)


def welcome(user):
    send(user.email, "Welcome")


def bye(user):
    user.delete()
    commit()
    send(user.email, "Bye")
