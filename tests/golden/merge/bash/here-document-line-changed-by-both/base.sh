cat > app.conf <<EOF
host = $HOST
port = 80
debug = no
EOF
systemctl restart app
