export const Title = (props: TitleProps) => <h1>{props.text}</h1>;

export function Select<T,>({ options }: { options: T[] }) {
  return <select>{options.map(toOption)}</select>;
}
