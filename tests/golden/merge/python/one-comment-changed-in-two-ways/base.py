def report(rows):
    # Rows without a name are left out here.
    named = [row for row in rows if row.name]
    return render(named)
