app = App()
