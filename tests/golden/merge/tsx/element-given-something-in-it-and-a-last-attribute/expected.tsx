export const A = () => <Card title="a" wide>
  <p>x</p>
</Card>;
