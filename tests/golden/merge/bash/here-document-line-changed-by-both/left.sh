cat > app.conf <<EOF
host = $HOST
port = 8080
debug = no
EOF
systemctl restart app
