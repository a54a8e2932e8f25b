export function Counter() {
  const [count, setCount] = useState(0);
  const id = useId();

  return <p>{count}</p>;
}
