Widget build(BuildContext context) {
  return Container(
    width: 80,
    color: Colors.red,
    height: 60,
    child: Text('Hello'),
  );
}
