export const A = () => (
  <div>
<<<<<<< left
    <Card title="a" />
=======
    <Card title="a">
      <p>y</p>
    </Card>
>>>>>>> right
    <Foot />
  </div>
);
