export default {
  port: 8080,
  host: "localhost",
  log(message) {
    console.log(message);
  },
};
