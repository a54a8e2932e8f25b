function load(id) {
  return db.get(id);
}

async function show(id) {
  return render(id);
}

async function main() {
  const u = load(1);
  print(u);
}
