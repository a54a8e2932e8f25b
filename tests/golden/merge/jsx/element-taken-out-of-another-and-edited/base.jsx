function App() {
  return (
    <div>
      <Router a="1">
        <Home />
      </Router>
    </div>
  );
}
