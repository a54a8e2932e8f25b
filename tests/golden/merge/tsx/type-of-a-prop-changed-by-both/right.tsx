type Props = {
  items: Map<string, Item>;
  onPick: (item: Item) => void;
};
