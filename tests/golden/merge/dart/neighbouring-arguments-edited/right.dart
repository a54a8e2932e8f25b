Widget build(BuildContext context) {
  return Container(
    width: 80,
    color: Colors.blue,
    child: Text('Hello'),
  );
}
