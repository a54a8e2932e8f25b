def collect(rows):
    seen = []
    for row in rows:
        seen.append(row.id)
    log("rows read")
    check(rows)
    return seen
