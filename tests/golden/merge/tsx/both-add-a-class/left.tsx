export function Card({ text }: Props) {
  return <div className="card p-2 wide">{text}</div>;
}
