import requests


def fetch(url):
    r = requests.get(url)
    return r.json()


def users():
    return fetch("/users")


def orders():
    return fetch("/orders")


def names(data):
    return [d["name"] for d in data]
