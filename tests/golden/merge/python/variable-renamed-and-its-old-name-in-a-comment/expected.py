def checked(self):
    settings = self.find(config=True)
    for name, setting in settings.items():
        # Names of fields are not in capitals, other fields are.
        if not self.is_set(name):
            raise ConfigError(name)
    return len(settings)
