function name(code) {
  switch (code) {
    case 1:
      return "one";
    default:
<<<<<<< left
      return "few";
=======
      return "many";
      return "many";
>>>>>>> right
  }
}
