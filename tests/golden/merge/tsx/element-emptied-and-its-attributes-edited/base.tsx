export const A = () => (
  <div>
    <Card title="a">
      <p>x</p>
    </Card>
    <Foot />
  </div>
);
