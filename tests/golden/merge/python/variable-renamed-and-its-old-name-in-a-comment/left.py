def checked(self):
    settings = self.find(config=True)
    for name, setting in settings.items():
        if not self.is_set(name):
            raise ConfigError(name)
    return len(settings)
