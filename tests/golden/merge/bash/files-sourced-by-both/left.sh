source lib/log.sh
source lib/math.sh
source lib/net.sh

log "ready"
