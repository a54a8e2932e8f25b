function name(code) {
  switch (code) {
    case 1:
      return "one";
    default:
      return "many";
      return "many";
  }
}
