function App() {
  return (
    <Router a="1">
      <Home big />
    </Router>
  );
}
