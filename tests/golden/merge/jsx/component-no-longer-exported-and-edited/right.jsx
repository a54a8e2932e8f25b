export default function A() {
  return <p>two</p>;
}
