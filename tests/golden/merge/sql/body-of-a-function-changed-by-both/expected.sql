CREATE FUNCTION total(cart integer) RETURNS integer AS $$
BEGIN
<<<<<<< left
    RETURN (SELECT sum(price * amount) FROM lines WHERE lines.cart = total.cart);
=======
    RETURN (SELECT coalesce(sum(price), 0) FROM lines WHERE lines.cart = total.cart);
>>>>>>> right
END;
$$ LANGUAGE plpgsql;

CREATE VIEW open_orders AS
SELECT id, customer
FROM orders
WHERE closed IS NULL;
