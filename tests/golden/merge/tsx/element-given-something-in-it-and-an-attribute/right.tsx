export const A = () => (
  <div>
    <Card title="b" wide onClose={go} />
    <Foot />
  </div>
);
