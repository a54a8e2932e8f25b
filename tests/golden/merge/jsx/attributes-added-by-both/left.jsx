export const Save = () => (
  <button
    type="submit"
    className="primary"
    disabled={busy}
  >
    Save
  </button>
);
