const options = {
  port,
  host,
<<<<<<< left
  retries: 3,
=======
  retries,
>>>>>>> right
};
