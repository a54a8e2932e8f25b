def send(subject, to, body):
    smtp.send(to, subject, body)


def welcome(user):
    send("Welcome", user.email, "Hi")
