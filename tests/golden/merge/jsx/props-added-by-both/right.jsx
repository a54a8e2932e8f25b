export function Field({ name, label, onChange }) {
  return <input name={name} aria-label={label} onChange={onChange} />;
}
