def parse(text):
    return text.split()


def count(text):
    return len(parse(text))


if __name__ == "__main__":
    print(count("a b"))
