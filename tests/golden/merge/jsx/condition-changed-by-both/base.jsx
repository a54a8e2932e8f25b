export const Badge = ({ count }) => (
  <span>
    {count > 0 && <b>{count}</b>}
  </span>
);
