export const Price = ({ value }: { value: number }) => (
  <div className="amount">
    <span>{value}</span>
  </div>
);
