export function Grid({ columns = 2 }: { columns?: number }) {
  return <div data-columns={columns} />;
}
