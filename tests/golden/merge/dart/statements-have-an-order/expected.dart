enum Mode { light, dark }

void main() {
  print(Mode.light);
<<<<<<< left
  print(Mode.dark);
=======
  runApp(App());
>>>>>>> right
}
