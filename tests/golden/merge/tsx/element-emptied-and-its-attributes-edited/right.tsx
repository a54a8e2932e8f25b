export const A = () => (
  <div>
    <Card title="b" wide>
      <p>x</p>
    </Card>
    <Foot />
  </div>
);
