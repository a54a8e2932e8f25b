import httpx


async def fetch(url):
    async with httpx.AsyncClient() as c:
        r = await c.get(url)
    return r.json()


async def users():
    return await fetch("/users")


def names(data):
    return [d["name"] for d in data]
