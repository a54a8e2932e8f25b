const options = {
  port,
  host,
};
