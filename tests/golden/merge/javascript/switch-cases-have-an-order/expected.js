function name(code) {
  switch (code) {
    case 1:
      return "one";
<<<<<<< left
    case 2:
      return "two";
=======
    case 0:
      return "none";
>>>>>>> right
    default:
      return "many";
  }
}
