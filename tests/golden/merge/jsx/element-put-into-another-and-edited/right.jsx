export function Page({ title }) {
  return (
    <main>
      <h1>{title}</h1>
      <Body wide />
    </main>
  );
}
