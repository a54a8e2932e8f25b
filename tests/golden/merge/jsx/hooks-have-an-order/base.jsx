export function Counter() {
  const [count, setCount] = useState(0);

  return <p>{count}</p>;
}
