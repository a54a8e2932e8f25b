export const Empty = () => (
  <p>
    Nothing here.
  </p>
);
