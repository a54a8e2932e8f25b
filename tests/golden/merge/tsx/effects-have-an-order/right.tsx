export function Clock() {
  const [now, setNow] = useState<Date>(new Date());
  useTitle(now.toISOString());

  return <time>{now.toISOString()}</time>;
}
