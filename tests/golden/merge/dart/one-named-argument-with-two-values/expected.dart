Widget build(BuildContext context) {
  return Container(
    width: 80,
    color: Colors.red,
<<<<<<< left
    height: 40,
=======
    height: 60,
>>>>>>> right
    child: Text('Hello'),
  );
}
