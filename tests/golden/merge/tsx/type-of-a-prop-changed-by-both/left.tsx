type Props = {
  items: readonly Item[];
  onPick: (item: Item) => void;
};
