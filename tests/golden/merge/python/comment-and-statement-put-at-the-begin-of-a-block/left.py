def completions(matches, start):
    for match in matches:
        # What kind it is, is not known yet.
        yield Completion(match, start)
