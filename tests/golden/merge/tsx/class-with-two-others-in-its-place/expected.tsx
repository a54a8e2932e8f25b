export function Card({ text }: Props) {
<<<<<<< left
  return <div className="card p-4">{text}</div>;
=======
  return <div className="card p-3">{text}</div>;
>>>>>>> right
}
