type Props = {
<<<<<<< left
  items: readonly Item[];
=======
  items: Map<string, Item>;
>>>>>>> right
  onPick: (item: Item) => void;
};
