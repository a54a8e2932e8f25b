module.exports = {
  mode: "development",
  devtool: "source-map",
  entry: "./src",
};
