Widget build(BuildContext context) {
  return Container(
    width: 80,
    color: Colors.red,
    alignment: Alignment.center,
    child: Text('Hello'),
  );
}
