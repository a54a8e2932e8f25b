app = App()
app.use(auth)
