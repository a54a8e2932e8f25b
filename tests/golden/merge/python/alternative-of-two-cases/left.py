def weight(code):
    match code:
        case 3 | 5 | 7:
            return 30
        case 4 | 6:
            return 40
        case _:
            return 0
