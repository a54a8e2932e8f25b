export const Form = () => (
  <form>
    <Name />
    <Send />
  </form>
);
