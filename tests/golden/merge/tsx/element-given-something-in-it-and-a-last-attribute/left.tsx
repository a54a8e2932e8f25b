export const A = () => <Card title="a">
  <p>x</p>
</Card>;
