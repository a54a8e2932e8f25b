export function Form({ save }: Props) {
<<<<<<< left
=======
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save(event);
  };
>>>>>>> right
  return <form />;
}
