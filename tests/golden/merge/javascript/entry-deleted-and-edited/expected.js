module.exports = {
  mode: "development",
<<<<<<< left
=======
  devtool: "source-map",
>>>>>>> right
  entry: "./src",
};
