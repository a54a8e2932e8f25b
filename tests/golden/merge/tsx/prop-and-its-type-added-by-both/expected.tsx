interface Props {
  title: string;
  body: string;
  wide?: boolean;
  onClose(): void;
}

export function Card({ title, body, wide, onClose }: Props) {
  return <article title={title}>{body}</article>;
}
