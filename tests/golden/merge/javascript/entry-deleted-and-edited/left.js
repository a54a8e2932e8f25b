module.exports = {
  mode: "development",
  entry: "./src",
};
