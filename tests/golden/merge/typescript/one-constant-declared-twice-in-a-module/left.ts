const a = 1;
const limit = 2;

function f() {
  return a;
}

export { f };
