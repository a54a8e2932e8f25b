interface Props {
  title: string;
  body: string;
  onClose(): void;
}

export function Card({ title, body, onClose }: Props) {
  return <article title={title}>{body}</article>;
}
