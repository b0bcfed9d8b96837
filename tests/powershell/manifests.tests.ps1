. "$PSScriptRoot/Suite.ps1"

$fixtures = Join-Path $PSScriptRoot '../Conduit.Manifests.Tests/Fixtures'
$sample = Join-Path $PSScriptRoot '../../samples/emojivoto/emojivoto.yml'
$folder = New-Item -ItemType Directory (Join-Path ([System.IO.Path]::GetTempPath()) "conduit-$([guid]::NewGuid())")

function Get-Digest([byte[]] $Bytes) { [Convert]::ToHexString([System.Security.Cryptography.SHA256]::HashData($Bytes)) }

try {
    Test 'bytes are those of the command line' {
        foreach ($fixture in Get-ChildItem $fixtures) {
            & sh -c "dotnet '$env:CONDUIT_CLI' inject '$($fixture.FullName)' > '$folder/expected' 2> /dev/null"
            $expected = [System.IO.File]::ReadAllBytes("$folder/expected")
            Assert-Equal "$($fixture.Name) $(Get-Digest $expected)" "$($fixture.Name) $(Get-Digest (Invoke-ConduitInject $fixture -AsByteStream -WarningAction Ignore))"
        }
    }

    Test 'bytes reach a native command as they are' {
        Invoke-ConduitInject $sample -AsByteStream | & sh -c "cat > '$folder/native'"
        Assert-Equal (Get-Digest (Invoke-ConduitInject $sample -AsByteStream)) (Get-Digest ([System.IO.File]::ReadAllBytes("$folder/native")))
    }

    Test 'the string reaches a native command without mark and carriage returns' {
        Get-Content $sample -Raw | Invoke-ConduitInject | & sh -c "cat > '$folder/native'"
        $bytes = [System.IO.File]::ReadAllBytes("$folder/native")
        Assert-True ($bytes[0] -ne 0xEF) 'there is no byte order mark'
        Assert-True (13 -notin $bytes) 'there is no carriage return'
        Assert-Equal (Get-Digest (Invoke-ConduitInject $sample -AsByteStream)) (Get-Digest $bytes)
    }

    Test 'lines of a pipeline are one input' {
        Assert-Equal (Get-Content $sample -Raw | Invoke-ConduitInject) (Get-Content $sample | Invoke-ConduitInject)
    }

    Test 'files of a pipeline are inputs' {
        Assert-Equal (Invoke-ConduitInject $sample) (Get-Item $sample | Invoke-ConduitInject)
    }

    Test 'paths are seen from the location of the session' {
        Copy-Item $sample "$folder/app.yml"
        Push-Location $folder
        try {
            Assert-Equal (Invoke-ConduitInject $sample) (Invoke-ConduitInject app.yml)
            Assert-Equal (Invoke-ConduitInject $sample) (Invoke-ConduitInject *.yml)
        }
        finally { Pop-Location }
    }

    Test 'uninject gives the input back' {
        Assert-Equal (Get-Content $sample -Raw).TrimEnd("`n") (Invoke-ConduitInject $sample | Invoke-ConduitUninject)
    }

    Test 'install renders what the command line renders' {
        Assert-Equal ((Invoke-Conduit install -n my-mesh) -join "`n") (Invoke-ConduitInstall -Namespace my-mesh)
    }

    Test 'a workload that is left out is told' {
        $verbose = Invoke-ConduitInject $sample -Verbose 4>&1 | Where-Object { $_ -is [System.Management.Automation.VerboseRecord] }
        Assert-True ("$verbose" -match 'deployment "web" injected') 'each object has its line'
    }

    Test 'broken manifests are parser errors and write nothing' {
        $output = 'kind: [Deployment' | Invoke-ConduitInject -ErrorAction SilentlyContinue -ErrorVariable failure
        Assert-True ($null -eq $output) 'nothing is written'
        Assert-Equal 'ManifestInvalid,Conduit.PowerShell.Cmdlets.InvokeConduitInjectCommand' $failure[0].FullyQualifiedErrorId
        Assert-Equal 'ParserError' $failure[0].CategoryInfo.Category
    }

    Test 'a missing file is told' {
        Assert-Equal 'ManifestUnreadable' (Get-Failure { Invoke-ConduitInject "$folder/none.yml" }).FullyQualifiedErrorId.Split(',')[0]
    }

    Test 'values that no flag takes are invalid arguments' {
        Assert-Equal 'InvalidArgument' (Get-Failure { Invoke-ConduitInstall -ApiPort none }).CategoryInfo.Category
    }
}
finally {
    Remove-Item $folder -Recurse
}

Complete-Suite
