export function Card({ text }: Props) {
  return <div className="card p-3">{text}</div>;
}
