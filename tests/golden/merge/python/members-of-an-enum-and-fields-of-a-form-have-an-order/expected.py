class Color(str, Enum):
    RED = "red"
<<<<<<< left
    BLUE = "blue"
=======
    PINK = "pink"
>>>>>>> right


class Form(Base):
    name = field("name")
<<<<<<< left
    mail = field("mail")
=======
    age = field("age")
>>>>>>> right
