(defmulti area :kind)

(defmethod area :circle [s]
  (* 3 (:r s)))

(defmethod area :square [s]
  (:a s))
