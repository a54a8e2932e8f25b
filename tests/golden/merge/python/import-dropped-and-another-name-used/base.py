from app.text import slug
from app.urls import join


def make(name):
    return slug(name)
