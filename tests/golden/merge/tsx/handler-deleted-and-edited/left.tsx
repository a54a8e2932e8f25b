export function Form({ save }: Props) {
  return <form />;
}
