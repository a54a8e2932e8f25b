CREATE TABLE account (
    id      BIGINT PRIMARY KEY,
    owner   TEXT NOT NULL,
    balance NUMERIC(12, 2) DEFAULT 0
);

CREATE INDEX account_owner ON account (owner);

INSERT INTO currency (code, name) VALUES
    ('EUR', 'Euro'),
    ('USD', 'Dollar'),
    ('GBP', 'Pound'),
    ('CHF', 'Franc');

CREATE VIEW rich AS
WITH sums AS (
    SELECT owner, SUM(balance) AS total
    FROM account
    GROUP BY owner
)
SELECT owner, total
FROM sums
WHERE total > 1000
ORDER BY total DESC;
