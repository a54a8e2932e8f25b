def report(rows):
    # Rows without a name are left out here for good.
    named = [row for row in rows if row.name]
    return render(named)
