export const A = () => (
  <div>
    <Card title="b" wide onClose={go}>
      <p>x</p>
    </Card>
    <Foot />
  </div>
);
