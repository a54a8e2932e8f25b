from app.urls import join


def make(name):
    return name.lower()
