export function Grid({ columns = 4 }: { columns?: number }) {
  return <div data-columns={columns} />;
}
