def weight(code):
    match code:
<<<<<<< left
        case 3 | 5 | 7:
            return 30
        case 4 | 6:
=======
        case 3:
            return 30
        case 4 | 6 | 5:
>>>>>>> right
            return 40
        case _:
            return 0
