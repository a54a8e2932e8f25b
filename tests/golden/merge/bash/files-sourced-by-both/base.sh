source lib/log.sh
source lib/net.sh

log "ready"
