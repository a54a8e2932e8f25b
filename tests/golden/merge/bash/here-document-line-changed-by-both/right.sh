cat > app.conf <<EOF
host = $HOST
port = $PORT
debug = no
EOF
systemctl restart app
