export const Empty = () => (
  <p>
    No results.
  </p>
);
