(def config
  {:port 80
   :host "a"
   :mode :fast})

(start config)
