export function Counter() {
  const [count, setCount] = useState(0);
  const theme = useContext(Theme);

  return <p>{count}</p>;
}
