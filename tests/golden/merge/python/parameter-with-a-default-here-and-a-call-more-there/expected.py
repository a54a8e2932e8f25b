def send(to, subject, body=''):
    smtp.send(to, subject, body)


def welcome(user):
    send(user.email, "Welcome", "Hi")


def bye(user):
    user.delete()
    commit()
    send(user.email, "Bye")
