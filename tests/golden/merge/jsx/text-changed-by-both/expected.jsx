export const Empty = () => (
  <p>
<<<<<<< left
    Nothing here yet.
=======
    No results.
>>>>>>> right
  </p>
);
