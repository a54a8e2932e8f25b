export const App = () => (
  <ThemeProvider>
    <Routes />
  </ThemeProvider>
);
