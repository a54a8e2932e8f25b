(ns app.price)

<<<<<<< left
(defn without-tax [price]
  (/ price 1.2))

(defn label [item]
  (str (:name item)))
=======
(defn net [price]
  (/ price 1.2))

(defn label [item]
  (str (:name item) " " (net (:price item))))
>>>>>>> right
