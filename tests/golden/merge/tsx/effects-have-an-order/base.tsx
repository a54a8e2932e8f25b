export function Clock() {
  const [now, setNow] = useState<Date>(new Date());

  return <time>{now.toISOString()}</time>;
}
