enum Mode { light, dark, sepia, contrast }

void main() {
  print(Mode.light);
}
