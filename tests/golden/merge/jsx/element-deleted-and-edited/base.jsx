export const Form = () => (
  <form>
    <Name />
    <Email value="" />
    <Send />
  </form>
);
