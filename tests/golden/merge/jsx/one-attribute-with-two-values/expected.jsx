<<<<<<< left
export const Logo = () => <img src="/logo.svg" alt="Logo" />;
=======
export const Logo = () => <img src="/logo.svg" alt="Home" />;
>>>>>>> right
