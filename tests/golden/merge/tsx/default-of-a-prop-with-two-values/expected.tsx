<<<<<<< left
export function Grid({ columns = 3 }: { columns?: number }) {
=======
export function Grid({ columns = 4 }: { columns?: number }) {
>>>>>>> right
  return <div data-columns={columns} />;
}
