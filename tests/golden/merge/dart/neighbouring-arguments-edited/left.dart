Widget build(BuildContext context) {
  return Container(
    width: 120,
    color: Colors.red,
    child: Text('Hello'),
  );
}
