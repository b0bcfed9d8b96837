. "$PSScriptRoot/Suite.ps1"

# The lines of README's PowerShell block, in order and as they stand, but for those that build and import what runs already.
$env:CONDUIT_STATE_DIR = Join-Path ([System.IO.Path]::GetTempPath()) "conduit-$([guid]::NewGuid())"
$readme = Get-Content (Join-Path $PSScriptRoot '../../README.md') -Raw
$lines = [regex]::Match($readme, '(?s)```powershell local\n(.*?)```').Groups[1].Value.Trim() -split "`n" | Where-Object { $_ -notmatch '^(dotnet build|Import-Module) ' }

Push-Location (New-Item -ItemType Directory (Join-Path ([System.IO.Path]::GetTempPath()) "conduit-$([guid]::NewGuid())"))

try {
    New-Item -ItemType SymbolicLink samples -Target (Join-Path $PSScriptRoot '../../samples') | Out-Null

    foreach ($line in $lines) {
        Test $line { Invoke-Expression $line | Out-String | Write-Verbose }
    }

    Test 'what the lines write is there' {
        Assert-True ((Get-Content emojivoto-meshed.yml -Raw) -match 'conduit-proxy') 'the manifest is meshed'
        Assert-True (Test-Path paths.csv) 'paths are exported'
    }
}
finally {
    Get-ConduitDev | Stop-ConduitDev
    Pop-Location
}

Complete-Suite
