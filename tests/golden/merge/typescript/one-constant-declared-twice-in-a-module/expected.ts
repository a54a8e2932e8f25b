const a = 1;
<<<<<<< left
const limit = 2;

function f() {
  return a;
}
=======

function f() {
  return a;
}

const limit = 3;
>>>>>>> right

export { f };
