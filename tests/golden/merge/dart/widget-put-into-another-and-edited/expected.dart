Widget build(BuildContext context) {
  return Container(
    width: 80,
    color: Colors.red,
    child: Center(
      child: Text('Good day'),
    ),
  );
}
