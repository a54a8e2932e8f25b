export const Menu = () => (
  <nav>
    <Link to="/">Home</Link>
    <Link to="/help">Help</Link>
  </nav>
);
