def completions(matches, start):
    for match in matches:
        match = normalize("NFC", match)
        # What kind it is, is not known yet.
        yield Completion(match, start)
