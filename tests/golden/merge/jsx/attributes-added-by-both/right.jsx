export const Save = () => (
  <button
    type="submit"
    className="primary"
    onClick={save}
  >
    Save
  </button>
);
