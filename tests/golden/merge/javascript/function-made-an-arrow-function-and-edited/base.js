import a from 'a';

function g() {
  return 1;
}

function f(a, b) {
  const x = a * b;
  return x + 1;
}

function h() {
  return 2;
}

export default f;
