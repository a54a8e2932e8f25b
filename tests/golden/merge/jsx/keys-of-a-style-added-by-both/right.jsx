export const Box = () => <div style={{ margin: 0, color: "red", height: 20 }} />;
