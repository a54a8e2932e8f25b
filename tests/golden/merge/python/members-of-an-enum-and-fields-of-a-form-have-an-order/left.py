class Color(str, Enum):
    RED = "red"
    BLUE = "blue"


class Form(Base):
    name = field("name")
    mail = field("mail")
