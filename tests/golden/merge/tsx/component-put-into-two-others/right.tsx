export const App = () => (
  <StoreProvider>
    <Routes />
  </StoreProvider>
);
