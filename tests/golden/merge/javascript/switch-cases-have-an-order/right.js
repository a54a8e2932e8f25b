function name(code) {
  switch (code) {
    case 1:
      return "one";
    case 0:
      return "none";
    default:
      return "many";
  }
}
