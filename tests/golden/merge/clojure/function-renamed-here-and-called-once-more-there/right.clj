(ns app.price)

(defn net [price]
  (/ price 1.2))

(defn label [item]
  (str (:name item) " " (net (:price item))))
