cat > app.conf <<EOF
host = $HOST
port = 80
debug = yes
EOF
systemctl restart app
