export function Form({ save }: Props) {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save(event);
  };
  return <form />;
}
