# For the checks that need the service: start_service starts the packaged one with the starter data in a temporary folder, on a
# free port of 127.0.0.1, and ends it when the script ends. Sets $service to its address, $api_key to the
# key that its first start prints, and $work to the folder.

start_service() {
  local root jar port="" started=$SECONDS
  root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
  jar=$root/target/quarkus-app/quarkus-run.jar
  [ -e "$jar" ] || mvn -B -ntp -q -f "$root/pom.xml" -DskipTests package
  work=$(mktemp -d)
  java -Dchancery.rate-limit.anonymous.requests=1000000 -Dchancery.rate-limit.authenticated.requests=1000000 \
    -Dchancery.rate-limit.refused.requests=1000000 -Dquarkus.http.host=127.0.0.1 -Dquarkus.http.port=0 -Dchancery.database.folder="$work/data" -jar "$jar" >"$work/service.log" 2>&1 &
  service_pid=$!
  trap stop_service EXIT
  while [ -z "$port" ]; do
    if ! kill -0 $service_pid 2>/dev/null || [ $((SECONDS - started)) -gt 300 ]; then
      cat "$work/service.log"
      echo "the service does not start"
      exit 1
    fi
    sleep 1
    port=$(sed -n 's|.*ready at http://localhost:\([0-9]*\)/docs.*|\1|p' "$work/service.log")
  done
  service=http://127.0.0.1:$port
  api_key=$(sed -n 's/.*shown only now: \(chk_[A-Za-z0-9_-]*\).*/\1/p' "$work/service.log")
}

stop_service() {
  kill $service_pid 2>/dev/null || true
  # ended by a signal: its status says nothing of the check
  wait $service_pid || true
  rm -rf "$work"
}
