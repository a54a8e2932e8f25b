export function Counter() {
  const [count, setCount] = useState(0);
<<<<<<< left
  const theme = useContext(Theme);
=======
  const id = useId();
>>>>>>> right

  return <p>{count}</p>;
}
