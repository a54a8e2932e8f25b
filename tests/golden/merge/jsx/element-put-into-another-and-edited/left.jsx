export function Page({ title }) {
  return (
    <Layout>
      <main>
        <h1>{title}</h1>
        <Body />
      </main>
    </Layout>
  );
}
