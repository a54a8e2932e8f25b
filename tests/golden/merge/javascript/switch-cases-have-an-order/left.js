function name(code) {
  switch (code) {
    case 1:
      return "one";
    case 2:
      return "two";
    default:
      return "many";
  }
}
