# What every suite begins with: the module, and words to test with. CONDUIT_MODULE is its folder, CONDUIT_CLI the command line's assembly.
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
Import-Module $env:CONDUIT_MODULE

$script:Failures = 0

function Test([string] $Name, [scriptblock] $Body) {
    try {
        & $Body
        "ok    $Name"
    }
    catch {
        $script:Failures++
        "FAIL  $Name`n      $_`n      $($_.ScriptStackTrace)"
    }
}

function Assert-Equal($Expected, $Actual) {
    if ("$Expected" -cne "$Actual") { throw "expected '$Expected', got '$Actual'" }
}

function Assert-True([bool] $Fact, [string] $What) {
    if (-not $Fact) { throw "this does not hold: $What" }
}

# The error that a script block ends with or writes.
function Get-Failure([scriptblock] $Body) {
    try { & $Body | Out-Null } catch { return $_ }
    throw 'nothing failed'
}

function Invoke-Conduit {
    $input | & dotnet $env:CONDUIT_CLI @args
}

function Complete-Suite {
    "$script:Failures failed"
    exit [Math]::Min($script:Failures, 1)
}
