export function Row({ item }: { item: Item }) {
  return (
    <>
      <tr>
        <td>{item.name}</td>
        <td>{item.price.toFixed(2)}</td>
      </tr>
    </>
  );
}
