class View(Base):
    name = "view"
