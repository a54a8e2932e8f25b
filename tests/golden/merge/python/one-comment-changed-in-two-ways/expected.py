def report(rows):
<<<<<<< left
    # Rows without a name are left out here, see the notes.
=======
    # Rows without a name are left out here for good.
>>>>>>> right
    named = [row for row in rows if row.name]
    return render(named)
