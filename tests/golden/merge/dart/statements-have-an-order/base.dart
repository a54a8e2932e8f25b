enum Mode { light, dark }

void main() {
  print(Mode.light);
}
