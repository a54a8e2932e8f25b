export function Clock() {
  const [now, setNow] = useState<Date>(new Date());
  useEffect(() => tick(setNow), []);

  return <time>{now.toISOString()}</time>;
}
