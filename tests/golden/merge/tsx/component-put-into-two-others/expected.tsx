export const App = () => (
<<<<<<< left
  <ThemeProvider>
    <Routes />
  </ThemeProvider>
=======
  <StoreProvider>
    <Routes />
  </StoreProvider>
>>>>>>> right
);
