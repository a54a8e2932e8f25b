const a = 1;

function f() {
  return a;
}

const limit = 3;

export { f };
