Widget build(BuildContext context) {
  return Container(
    width: 80,
    color: Colors.red,
    padding: EdgeInsets.all(8),
    alignment: Alignment.center,
    child: Text('Hello'),
  );
}
