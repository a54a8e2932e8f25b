Widget build(BuildContext context) {
  return Container(
    width: 120,
    color: Colors.blue,
    child: Text('Hello'),
  );
}
