export const Form = () => (
  <form>
    <Name />
<<<<<<< left
=======
    <Email value="" required />
>>>>>>> right
    <Send />
  </form>
);
