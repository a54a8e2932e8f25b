import re


def f():
    pass
