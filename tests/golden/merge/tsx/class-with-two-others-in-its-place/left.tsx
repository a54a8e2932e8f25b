export function Card({ text }: Props) {
  return <div className="card p-4">{text}</div>;
}
