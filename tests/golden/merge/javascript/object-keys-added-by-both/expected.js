export default {
  port: 8080,
  host: "localhost",
  retries: 3,
  log(message) {
    console.log(message);
  },
};
