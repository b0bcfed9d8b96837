#!/usr/bin/env bash
# The front door. Each verb is one line that also works typed by hand.
set -euo pipefail
cd "$(dirname "$0")"

usage() {
  cat <<'TEXT'
usage: ./build.sh VERB [ARGUMENT...]

  build     build everything
  test      run every test that needs neither root nor a cluster; arguments go to "dotnet test"
  e2e       run the tests that need a cluster, on the one that CONDUIT_E2E_KUBECONFIG names
  accept    run the tests and record what they produced as the new snapshots; look at "git diff" after it
  bench     run the benchmarks: HPACK, heads of HTTP/1, balancing, latencies; arguments go to BenchmarkDotNet, such as --filter '*',
            --job short, and --inProcess, which saves it a build
  load      measure the proxy beside HAProxy, nghttpx, nginx and Caddy; arguments: --rounds N, --scale FACTOR, --only TEXT;
            or "soak" with mixed requests while the mesh is disturbed: --requests N, --minutes N; or "balance" with a slow endpoint: --seconds N;
            or "floods" of ill-behaved clients beside a good one: --rounds N, --seconds N, --only TEXT; or "databases" and their first bytes: --connections N
  start     measure how long the packed conduit takes to start, beside a hello world; arguments: --runs N
  fleet     measure controller and dashboard in a mesh of 1,000 workloads; arguments: --workloads N, --minutes N
  pack      make the conduit tool in artifacts/packages, the PowerShell module in artifacts/modules and its package in artifacts/gallery
  ci        what CI runs
TEXT
}

verb=${1:-}
shift || true

case "$verb" in
  build)  dotnet build Mesh.sln "$@" ;;
  test)   dotnet test Mesh.sln "$@" ;;
  e2e)    dotnet build tests/e2e/Conduit.EndToEnd
          dotnet test artifacts/bin/Conduit.EndToEnd/debug/Conduit.EndToEnd.dll "$@" ;;
  accept) CI='' CONDUIT_ACCEPT_SNAPSHOTS=1 dotnet test Mesh.sln "$@" || true
          git status --short -- '*.verified.*' ;;
  bench)  dotnet run -c Release --project tests/Conduit.Benchmarks -- "$@" ;;
  load)   dotnet build tools/images/Images.proj -v quiet -nologo
          dotnet run -c Release --project tests/load/Conduit.Load -- "$@" ;;
  start)  rm -rf artifacts/start
          for tool in tools/Conduit.Cli tests/load/Conduit.Hello; do dotnet pack "$tool" -c Release -o artifacts/start/packages; done
          for tool in conduit conduit-hello; do dotnet tool install "$tool" --tool-path artifacts/start --source artifacts/start/packages; done
          dotnet run -c Release --project tests/load/Conduit.StartUp -- artifacts/start "$@" ;;
  fleet)  dotnet build tools/images/Images.proj -v quiet -nologo
          dotnet run -c Release --project tests/load/Conduit.FleetLoad -- "$@" ;;
  pack)   dotnet pack tools/Conduit.Cli -c Release -o artifacts/packages "$@"
          dotnet pack modules/Conduit.PowerShell -c Release "$@" ;;
  ci)     .ci/run ;;
  ''|help|-h|--help) usage ;;
  *)      echo "build.sh: no verb '$verb'" >&2; usage >&2; exit 2 ;;
esac
