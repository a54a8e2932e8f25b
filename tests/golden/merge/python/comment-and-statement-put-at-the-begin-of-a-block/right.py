def completions(matches, start):
    for match in matches:
        match = normalize("NFC", match)
        yield Completion(match, start)
