def send(to, subject, body):
    smtp.send(to, subject, body)


def welcome(user):
    send(user.email, "Welcome", "Hi")
