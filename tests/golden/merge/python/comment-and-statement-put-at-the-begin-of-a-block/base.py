def completions(matches, start):
    for match in matches:
        yield Completion(match, start)
