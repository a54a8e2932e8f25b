export const Badge = ({ count }) => (
  <span>
    {count > 9 && <b>{count}</b>}
  </span>
);
