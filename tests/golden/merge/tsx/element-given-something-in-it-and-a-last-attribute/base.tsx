export const A = () => <Card title="a" />;
