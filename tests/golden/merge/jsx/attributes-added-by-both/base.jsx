export const Save = () => (
  <button
    type="submit"
    className="primary"
  >
    Save
  </button>
);
