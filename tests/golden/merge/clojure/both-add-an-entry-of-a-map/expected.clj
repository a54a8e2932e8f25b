(def config
  {:port 80
   :host "a"
<<<<<<< left
   :name "x"})
=======
   :mode :fast})
>>>>>>> right

(start config)
