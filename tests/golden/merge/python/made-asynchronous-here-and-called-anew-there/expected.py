import httpx


async def fetch(url):
    async with httpx.AsyncClient() as c:
        r = await c.get(url)
    return r.json()


<<<<<<< left
async def users():
    return await fetch("/users")
=======
def users():
    return fetch("/users")


def orders():
    return fetch("/orders")
>>>>>>> right


def names(data):
    return [d["name"] for d in data]
