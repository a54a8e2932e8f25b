function A() {
  return <p>two</p>;
}

export default memo(A);
