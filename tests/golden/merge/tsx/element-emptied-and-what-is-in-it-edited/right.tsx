export const A = () => (
  <div>
    <Card title="a">
      <p>y</p>
    </Card>
    <Foot />
  </div>
);
