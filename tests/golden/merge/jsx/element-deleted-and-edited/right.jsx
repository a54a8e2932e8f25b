export const Form = () => (
  <form>
    <Name />
    <Email value="" required />
    <Send />
  </form>
);
