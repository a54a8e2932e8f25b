export function Field({ name, label }) {
  return <input name={name} aria-label={label} />;
}
