export const Photo = ({ url }) => (
  <img
    src={url}
    width={100}
    height={100}
  />
);
