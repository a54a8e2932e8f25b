export const A = () => (
  <div>
    <Card title="a" onClose={go} />
    <Foot />
  </div>
);
