enum Color(val rgb: Int):
  case Red extends Color(0xff0000)
  case Blue extends Color(0x0000ff)
