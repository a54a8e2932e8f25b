def collect(rows):
    seen = []
    for row in rows:
        seen.append(row.id)
    log("rows read")
    check(rows)
    seen.append(0)
    return seen
