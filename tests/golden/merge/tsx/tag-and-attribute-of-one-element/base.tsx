export const Price = ({ value }: { value: number }) => (
  <div className="price">
    <span>{value}</span>
  </div>
);
