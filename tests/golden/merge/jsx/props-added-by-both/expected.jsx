export function Field({ name, label, value, onChange }) {
  return <input name={name} aria-label={label} value={value} onChange={onChange} />;
}
