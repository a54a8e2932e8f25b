def checked(self):
    fields = self.find(config=True)
    for name, field in fields.items():
        # Names of fields are not in capitals, other fields are.
        if not self.is_set(name):
            raise ConfigError(name)
    return len(fields)
