(def config
  {:port 80
   :host "a"
   :name "x"})

(start config)
