export const Menu = () => (
  <nav>
    <Link to="/">Home</Link>
<<<<<<< left
    <Link to="/about">About</Link>
=======
    <Link to="/help">Help</Link>
>>>>>>> right
  </nav>
);
