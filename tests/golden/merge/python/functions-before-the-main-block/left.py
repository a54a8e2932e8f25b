def parse(text):
    return text.split()


def join(words):
    return " ".join(words)


if __name__ == "__main__":
    print(parse("a b"))
