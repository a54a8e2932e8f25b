export function Grid({ columns = 3 }: { columns?: number }) {
  return <div data-columns={columns} />;
}
