export const Price = ({ value }: { value: number }) => (
  <div className="amount" role="status">
    <span>{value}</span>
  </div>
);
