export function Clock() {
  const [now, setNow] = useState<Date>(new Date());
<<<<<<< left
  useEffect(() => tick(setNow), []);
=======
  useTitle(now.toISOString());
>>>>>>> right

  return <time>{now.toISOString()}</time>;
}
