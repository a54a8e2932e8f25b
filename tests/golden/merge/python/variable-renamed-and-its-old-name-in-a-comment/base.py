def checked(self):
    fields = self.find(config=True)
    for name, field in fields.items():
        if not self.is_set(name):
            raise ConfigError(name)
    return len(fields)
