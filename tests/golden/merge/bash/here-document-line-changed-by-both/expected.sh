cat > app.conf <<EOF
host = $HOST
<<<<<<< left
port = 8080
=======
port = $PORT
>>>>>>> right
debug = no
EOF
systemctl restart app
