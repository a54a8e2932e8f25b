type Props = {
  items: Item[];
  onPick: (item: Item) => void;
};
