export const A = () => (
  <div>
    <Card title="a" onClose={go}>
      <p>x</p>
    </Card>
    <Foot />
  </div>
);
