enum Mode { light, dark, sepia }

void main() {
  print(Mode.light);
}
