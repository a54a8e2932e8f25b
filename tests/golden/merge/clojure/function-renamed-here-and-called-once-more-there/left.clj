(ns app.price)

(defn without-tax [price]
  (/ price 1.2))

(defn label [item]
  (str (:name item)))
