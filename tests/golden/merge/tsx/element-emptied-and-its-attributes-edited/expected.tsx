export const A = () => (
  <div>
    <Card title="b" wide />
    <Foot />
  </div>
);
