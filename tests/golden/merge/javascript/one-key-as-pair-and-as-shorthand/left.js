const options = {
  port,
  host,
  retries: 3,
};
