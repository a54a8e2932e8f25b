import os
import re


def f():
    pass
