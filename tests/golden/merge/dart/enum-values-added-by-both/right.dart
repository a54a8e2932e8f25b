enum Mode { light, dark, contrast }

void main() {
  print(Mode.light);
}
