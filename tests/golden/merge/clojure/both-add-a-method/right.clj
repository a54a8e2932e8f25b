(defmulti area :kind)

(defmethod area :circle [s]
  (* 3 (:r s)))

(defmethod area :line [s]
  0)
