const options = {
  port,
  host,
  retries,
};
