def collect(rows):
    seen = set()
    for row in rows:
        seen.add(row.id)
    log("rows read")
    check(rows)
    return seen
