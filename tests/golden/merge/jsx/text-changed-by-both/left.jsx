export const Empty = () => (
  <p>
    Nothing here yet.
  </p>
);
