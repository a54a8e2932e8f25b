export const A = () => (
  <div>
    <Card title="a" />
    <Foot />
  </div>
);
