from app.urls import join


def make(name):
    return name.lower()


def link(name):
    return join("/", name)
