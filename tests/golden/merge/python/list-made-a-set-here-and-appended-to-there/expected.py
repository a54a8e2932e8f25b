def collect(rows):
    seen = set()
    for row in rows:
<<<<<<< left
        seen.add(row.id)
    log("rows read")
    check(rows)
=======
        seen.append(row.id)
    log("rows read")
    check(rows)
    seen.append(0)
>>>>>>> right
    return seen
