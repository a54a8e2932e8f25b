export default function A() {
  return <p>one</p>;
}
