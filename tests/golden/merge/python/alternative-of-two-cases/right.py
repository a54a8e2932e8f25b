def weight(code):
    match code:
        case 3:
            return 30
        case 4 | 6 | 5:
            return 40
        case _:
            return 0
