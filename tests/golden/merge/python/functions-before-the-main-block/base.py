def parse(text):
    return text.split()


if __name__ == "__main__":
    print(parse("a b"))
