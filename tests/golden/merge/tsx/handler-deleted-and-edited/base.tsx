export function Form({ save }: Props) {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save();
  };
  return <form />;
}
