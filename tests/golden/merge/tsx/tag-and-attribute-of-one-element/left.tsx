export const Price = ({ value }: { value: number }) => (
  <div className="price" role="status">
    <span>{value}</span>
  </div>
);
