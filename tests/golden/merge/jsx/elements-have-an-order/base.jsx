export const Menu = () => (
  <nav>
    <Link to="/">Home</Link>
  </nav>
);
