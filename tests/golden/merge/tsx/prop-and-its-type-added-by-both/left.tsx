interface Props {
  title: string;
  body: string;
  wide?: boolean;
}

export function Card({ title, body, wide }: Props) {
  return <article title={title}>{body}</article>;
}
