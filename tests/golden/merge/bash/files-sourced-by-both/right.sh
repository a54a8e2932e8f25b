source lib/log.sh
source lib/mail.sh
source lib/net.sh

log "ready"
