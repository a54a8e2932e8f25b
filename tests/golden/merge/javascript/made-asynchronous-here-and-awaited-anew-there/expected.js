async function load(id) {
  return db.get(id);
}

async function show(id) {
  return render(await load(id));
}

async function main() {
  const u = await load(1);
  print(u);
}
