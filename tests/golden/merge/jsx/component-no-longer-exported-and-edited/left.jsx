function A() {
  return <p>one</p>;
}

export default memo(A);
