export const Badge = ({ count }) => (
  <span>
<<<<<<< left
    {count > 1 && <b>{count}</b>}
=======
    {count > 9 && <b>{count}</b>}
>>>>>>> right
  </span>
);
