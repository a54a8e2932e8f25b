CREATE FUNCTION total(cart integer) RETURNS integer AS $$
BEGIN
    RETURN (SELECT sum(price * amount) FROM lines WHERE lines.cart = total.cart);
END;
$$ LANGUAGE plpgsql;

CREATE VIEW open_orders AS
SELECT id, customer, placed
FROM orders
WHERE closed IS NULL;
