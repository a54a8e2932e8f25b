Widget build(BuildContext context) {
  return Container(
    width: 80,
    color: Colors.red,
    height: 40,
    child: Text('Hello'),
  );
}
