export const App = () => (
  <Routes />
);
