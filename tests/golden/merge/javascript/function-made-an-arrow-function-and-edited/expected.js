import a from 'a';

function g() {
  return 1;
}

const f = (a, b) => {
  const x = a * b;
  return x + 2;
};

function h() {
  return 2;
}

export default f;
