export function Field({ name, label, value }) {
  return <input name={name} aria-label={label} value={value} />;
}
