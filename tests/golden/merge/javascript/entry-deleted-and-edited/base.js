module.exports = {
  mode: "development",
  devtool: "eval",
  entry: "./src",
};
