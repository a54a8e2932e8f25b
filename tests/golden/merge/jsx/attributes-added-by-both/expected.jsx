export const Save = () => (
  <button
    type="submit"
    className="primary"
    disabled={busy}
    onClick={save}
  >
    Save
  </button>
);
