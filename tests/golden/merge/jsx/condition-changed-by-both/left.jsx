export const Badge = ({ count }) => (
  <span>
    {count > 1 && <b>{count}</b>}
  </span>
);
