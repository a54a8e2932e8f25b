interface Props {
  title: string;
  body: string;
}

export function Card({ title, body }: Props) {
  return <article title={title}>{body}</article>;
}
