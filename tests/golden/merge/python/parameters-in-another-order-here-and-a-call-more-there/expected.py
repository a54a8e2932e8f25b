def send(subject, to, body):
    smtp.send(to, subject, body)


def welcome(user):
<<<<<<< left
    send("Welcome", user.email, "Hi")
=======
    send(user.email, "Welcome", "Hi")
    send(ADMIN, "New user", user.name)
>>>>>>> right
