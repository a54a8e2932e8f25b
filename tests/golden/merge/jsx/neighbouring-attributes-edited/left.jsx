export const Photo = ({ url }) => (
  <img
    src={url}
    width={200}
    height={100}
  />
);
