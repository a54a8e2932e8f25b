;;; Shapes.
(import (scheme base)
        (scheme write))

(define limit 10)

; The square of x.
(define (square x)
  (* x x))

(define size 4)

(define (area shape)
  (cond ((circle? shape) (* 3 (square (radius shape))))
        ((box? shape) (* (width shape) (height shape)))
        (else 0)))

(define-record-type point
  (make-point x y)
  point?
  (x point-x)
  (y point-y))

(define-syntax swap!
  (syntax-rules ()
    ((_ a b) (let ((t a)) (set! a b) (set! b t)))))

(define (show shape)
  (let ((a (area shape))
        (n (name shape)))
    (display `(area ,a of ,n))
    (newline)))
